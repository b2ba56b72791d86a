// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.reliability.event.Accident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/reliability.md}, made from the results. Not thread-safe. */
final class ReliabilityDocument {

    private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");
    private static final String IMPOSSIBLE = "–";

    private final Map<String, Set<Outcome>> cells = new TreeMap<>();
    private final Map<Source, Set<Outcome>> sources = new TreeMap<>();

    void add(Case.Result result) {
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

    /** Writes the page if {@code apivideo.docs.write} is set, and compares it with the existing one. */
    void check() throws IOException {
        String happened = String.join("\n", lines()) + "\n";
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.writeString(DOCUMENT, happened);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("written by: ./mvnw verify -pl camel-apivideo-reliability-tests -am -Dapivideo.docs.write")
                .isEqualTo(happened);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "# Reliability: each fault and its outcome",
                "",
                "The tests of `camel-apivideo-reliability-tests` write this page from their results: with a real Camel"
                        + " context, a real",
                "HTTP server that is as strict as the service, and real bytes. Each build runs all cases again, and fails"
                        + " if a case",
                "ends in another way, or if no request met its fault.",
                ""));
        Stream.of(Outcome.values())
                .map(outcome -> "- **" + outcome.text + "**: " + outcome.meaning + ".")
                .forEach(lines::add);
        lines.addAll(faultTable());
        lines.addAll(sourceTable());
        lines.addAll(eventTable());
        lines.addAll(kindTable());
        lines.addAll(besides());
        return lines;
    }

    private List<String> faultTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Faults of the service and the network",
                "",
                cases(one -> true)
                        + " uploads: each fault once, at each moment, with each of these bodies, one part after"
                        + " another and four at",
                "once. Each build runs " + cases(Case::isInBuild)
                        + " of them: each fault at each moment, by turns with three of the bodies,",
                "with one part after another and four at once, with a key and without. A [long run](long-runs.md) runs"
                        + " all.",
                "",
                "- " + Stream.of(Body.values()).map(body -> body.text).collect(Collectors.joining("; ")),
                "- *refused/kept*: refused without an `uploadKey`, kept with one",
                "- *status*: asked because the answer to a part was lost just before",
                "- *deletion*: made because a part was refused just before; the upload has failed, and its container is"
                        + " deleted or not",
                "- " + IMPOSSIBLE + ": impossible, or without effect",
                "",
                row("fault", Stream.of(Moment.values()).map(moment -> moment.text)),
                row("---", Stream.of(Moment.values()).map(moment -> "---"))));
        for (Mishap mishap : Mishap.ALL) {
            lines.add(row(
                    mishap.text(), Stream.of(Moment.values()).map(moment -> text(cells.get(cell(mishap, moment))))));
        }
        lines.addAll(List.of(
                "",
                "No request reached the host of the redirect, no thread was left, and neither the log at TRACE nor any"
                        + " exception had a",
                "secret."));
        return lines;
    }

    private static long cases(Predicate<Case> which) {
        return Mishap.ALL.stream().flatMap(Case::of).filter(which).count();
    }

    private List<String> sourceTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Faulty sources",
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

    private static List<String> eventTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Deliveries of events",
                "",
                "Two nodes behind one URL share a database. Each accident happens to the first of the four deliveries of"
                        + " an event, or to",
                "all four (`EventFaultsTest`). No delivery makes a request to the service.",
                "",
                row("accident", Stream.of("to the first delivery", "to each delivery")),
                row("---", Stream.of("---", "---"))));
        Accident.rows().map(cells -> row(cells.get(0), cells.stream().skip(1))).forEach(lines::add);
        return lines;
    }

    private static List<String> kindTable() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Further cases",
                "",
                "Each needs its own server, route or log. The named test proves it.",
                "",
                "| what happens | outcome | test |",
                "| --- | --- | --- |"));
        Kind.ALL.forEach(kind -> lines.add(row(kind.text(), Stream.of(kind.outcome(), "`" + kind.testClass() + "`"))));
        return lines;
    }

    private static List<String> besides() {
        return List.of(
                "",
                "## Also proved",
                "",
                "- A process that is killed (SIGKILL) during an upload and started again continues in the same container."
                        + " It sends only",
                "  those parts twice that were under way (`KillTest`).",
                "- An event whose process is killed (SIGKILL) in the middle of its route is processed by the next process, one"
                        + " that was",
                "  processed is not (`EventKillTest`).",
                "- Random accidents to deliveries, failing routes and dying nodes: each acknowledged event was processed once,"
                        + " unless its",
                "  node died between the end of the route and the record of it (`RandomEventsTest`).",
                "- Random lengths, part sizes, parallelism, bodies, keys and scripts of faults end in one of these ways"
                        + " (`RandomUploadsTest`).",
                "- Other bytes with the key of another upload, after it or at the same time, get their own container or are"
                        + " refused. They",
                "  are never mixed with the other bytes, nor answered with the other video (`SameKeyOtherBytesTest`,"
                        + " `SharedContainerTest`).",
                "- A part is refused before a byte is sent if its file has changed since it was planned, or if its container"
                        + " has another",
                "  video (`PlannedFileTest`).",
                "- Thousands of random uploads, and half an hour of uploads at once: [long runs](long-runs.md).");
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
