// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.trouble.SourceTexts.Text;
import io.github.camelapivideo.trouble.TroublePage.Entry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/troubleshooting.md} explains each text of a failure or warning, and no other. A new text needs an entry
 * there, in the section of those who see it.
 */
class TroubleshootingTest {

    private static final Path SOURCES = Path.of("src/main/java");

    // No failure shows these.
    private static final Set<String> ELSEWHERE = Set.of("(a form of … bytes)");

    // What these show is no failure.
    private static final Set<String> VIEWS = Set.of("Overview", "OverviewText", "ApiVideoDevConsole");

    private static List<Text> texts;
    private static Set<String> words;
    private static List<Entry> entries;

    @BeforeAll
    static void read() throws IOException {
        texts = SourceTexts.of(SOURCES).stream()
                .filter(text -> !ELSEWHERE.contains(text.words()) && !VIEWS.contains(text.file()))
                .toList();
        words = texts.stream().map(Text::words).collect(Collectors.toSet());
        entries = TroublePage.entries();
    }

    @Test
    void thePageExplainsEachTextOfTheComponent() {
        Set<String> explained =
                entries.stream().flatMap(entry -> entry.covered(words).stream()).collect(Collectors.toSet());
        assertThat(texts)
                .as("texts without an entry in docs/troubleshooting.md; CONTRIBUTING.md says how to add one")
                .filteredOn(text -> !explained.contains(text.words()))
                .isEmpty();
    }

    @Test
    void thePageExplainsNoTextThatIsGone() {
        assertThat(entries)
                .as("entries of docs/troubleshooting.md without a text in the sources")
                .filteredOn(entry -> entry.covered(words).isEmpty())
                .isEmpty();
    }

    @Test
    void anEntryIsForOneTextUnlessItSaysThatItIsForAllOfItsForm() {
        assertThat(entries)
                .as("entries of docs/troubleshooting.md that fit several texts")
                .filteredOn(entry -> !entry.family() && entry.covered(words).size() > 1)
                .isEmpty();
    }

    @Test
    void eachEntryIsExplained() {
        assertThat(entries).hasSizeGreaterThan(200).allMatch(Entry::explained);
    }

    @Test
    void whatRealFailuresSayIsFoundOnThePage() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            Stream.of(
                            failure(fixture, "apivideo:upload", null),
                            failure(fixture, "apivideo:upload", "a text"),
                            failure(fixture, "apivideo:upload", new File("no-such-file.mp4")),
                            failure(fixture, "apivideo:upload?titel=a", null),
                            failure(fixture, "apivideo:getVideo?videoId=vi0", null))
                    .forEach(message ->
                            assertThat(entries).anyMatch(entry -> !entry.family() && entry.fits(message), message));
        }
    }

    private static String failure(ApiVideoFixture fixture, String uri, Object body) {
        Throwable failure = catchThrowable(() -> fixture.template().requestBody(uri, body));
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure.getMessage();
    }

    @Test
    void findsTheTextsThatAFailureMayShow(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Sample.java"), """
                /** Not a word of this. */
                @Note("An annotation is no failure")
                class Sample {
                    static final String WAY_OUT = "restart the " + "route";
                    static final String ALONE = "a reason of its own";
                    void fail(String name) {
                        LOG.info("Nothing is wrong here");
                        LOG.warn("The file {} vanished", name);
                        if (name.matches("not a [Tt]ext")) {
                            throw new IllegalStateException("It failed");
                        }
                        String key = "a key";
                        explain(1 + "; " + WAY_OUT, name.isEmpty() ? "it has no name" : "it is called " + name);
                    }
                    public String toString() {
                        return "as a debugger shows it";
                    }
                }
                """);
        assertThat(SourceTexts.of(folder))
                .extracting(Text::words)
                .containsExactlyInAnyOrder(
                        "The file … vanished",
                        "It failed",
                        "1; restart the route",
                        "it has no name",
                        "it is called …",
                        "a reason of its own");
    }
}
