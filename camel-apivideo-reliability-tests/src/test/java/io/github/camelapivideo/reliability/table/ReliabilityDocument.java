// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/reliability.md}, made of what has happened. For one thread. */
final class ReliabilityDocument {

    private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");
    private static final String IMPOSSIBLE = "–";

    private final Map<String, Set<Outcome>> cells = new TreeMap<>();
    private final Map<Source, Set<Outcome>> sources = new TreeMap<>();
    private int uploads;

    void add(Case.Result result) {
        uploads++;
        add(cells, cell(result.of().mishap(), result.of().moment()), result.outcome());
    }

    void add(SourceCase.Result result) {
        add(sources, result.of().source(), result.outcome());
    }

    private static <K> void add(Map<K, Set<Outcome>> rows, K key, Outcome outcome) {
        if (outcome != null) {
            rows.computeIfAbsent(key, made -> new TreeSet<>()).add(outcome);
        }
    }

    private static String cell(Mishap mishap, Moment moment) {
        return mishap.text() + " / " + moment;
    }

    /** Writes it if that is wanted; then it has to be the one that is there. */
    void check() throws IOException {
        String happened = String.join("\n", lines()) + "\n";
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.writeString(DOCUMENT, happened);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("made anew by: ./mvnw verify -pl camel-apivideo-reliability-tests -am -Dapivideo.docs.write")
                .isEqualTo(happened);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "# What was tried, and how it ended",
                "",
                "Written by the tests of `camel-apivideo-reliability-tests`, from what happened when they ran: with a real"
                        + " Camel context,",
                "a real HTTP server that is as strict as the service, and real bytes. Each build runs all of it again,"
                        + " and fails if a",
                "case ends in another way, or if its fault was not met.",
                ""));
        Stream.of(Outcome.values())
                .map(outcome -> "- **" + outcome.text + "**: " + outcome.meaning + ".")
                .forEach(lines::add);
        lines.addAll(faultTable());
        lines.addAll(sourceTable());
        lines.addAll(kindTable());
        lines.addAll(besides());
        return lines;
    }

    private List<String> faultTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Faults of the service and the network",
                "",
                uploads + " uploads: each fault once, at each moment, with each of these bodies, one part after another"
                        + " and four at once.",
                "",
                "- " + Stream.of(Body.values()).map(body -> body.text).collect(Collectors.joining("; ")),
                "- *refused/kept*: refused without an `uploadKey`, kept with one",
                "- *status*: asked because the answer to a part was lost just before",
                "- *deletion*: made because a part was refused just before; the upload has failed, the question is what"
                        + " becomes of its container",
                "- " + IMPOSSIBLE + ": cannot be, or would change nothing",
                "",
                row("fault", Stream.of(Moment.values()).map(moment -> moment.text)),
                row("---", Stream.of(Moment.values()).map(moment -> "---"))));
        for (Mishap mishap : Mishap.ALL) {
            lines.add(row(
                    mishap.text(), Stream.of(Moment.values()).map(moment -> text(cells.get(cell(mishap, moment))))));
        }
        lines.addAll(List.of(
                "",
                "No request reached the host to which was redirected, no thread was left, and nothing secret was in what"
                        + " was logged at",
                "TRACE or thrown."));
        return lines;
    }

    private List<String> sourceTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Sources that are not what they should be",
                "",
                "One part after another and four at once.",
                "",
                "| source | outcome |",
                "| --- | --- |"));
        for (Source source : Source.values()) {
            lines.add(row(source.text, Stream.of(text(sources.get(source)))));
        }
        return lines;
    }

    private static List<String> kindTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## What the world does besides",
                "",
                "Each needs a server, a route or a log of its own, and is held by the test that is named.",
                "",
                "| what happens | outcome | test |",
                "| --- | --- | --- |"));
        Kind.ALL.forEach(kind -> lines.add(row(kind.text(), Stream.of(kind.outcome(), "`" + kind.testClass() + "`"))));
        return lines;
    }

    private static List<String> besides() {
        return List.of(
                "",
                "## Besides",
                "",
                "- A process that is killed (SIGKILL) in the middle of an upload and started again goes on in the same"
                        + " container, and sends",
                "  no more parts twice than were under way (`KillTest`).",
                "- Random lengths, part sizes, parallelism, bodies, keys and scripts of faults end in one of these ways"
                        + " (`RandomUploadsTest`).",
                "- Other bytes that come with the key of another upload, after it or at once, get a container of their own or"
                        + " are refused;",
                "  none are mixed with, or answered with, what is there (`SameKeyOtherBytesTest`, `SharedContainerTest`).",
                "- A part of a file that has changed since it was planned, or for a container that has another video, is"
                        + " refused before a byte",
                "  is sent (`PlannedFileTest`).",
                "- What thousands of random uploads and half an hour of them at once have shown:"
                        + " [long runs](long-runs.md).");
    }

    private static String row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String text(Set<Outcome> outcomes) {
        return outcomes == null
                ? IMPOSSIBLE
                : outcomes.stream().map(outcome -> outcome.text).collect(Collectors.joining("/"));
    }
}
