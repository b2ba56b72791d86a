// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The entries of {@code docs/troubleshooting.md}. An entry is a text in backticks, alone in its line or first in the row
 * of a table; an explanation follows.
 */
final class TroublePage {

    static final Path FILE = Path.of("..", "docs", "troubleshooting.md");

    private static final Pattern ENTRY =
            Pattern.compile("(?:- | {2}|\\| )`([^`]+)`( \\(all of this form\\))?(?: \\|(.*))?");

    /**
     * A text of the page.
     *
     * @param text the text, with {@link SourceTexts#HOLE} for each part that changes or is left out
     * @param family true if it stands for several texts
     * @param explained false if nothing explains it
     */
    record Entry(String text, boolean family, boolean explained) {

        /** Returns those of the texts that the entry is for: if it is no family, the same text alone if it exists. */
        Set<String> covered(Collection<String> words) {
            return !family && words.contains(text)
                    ? Set.of(text)
                    : words.stream().filter(this::fits).collect(Collectors.toSet());
        }

        boolean fits(String words) {
            String form = Arrays.stream(text.split(SourceTexts.HOLE, -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return words.matches(form);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private TroublePage() {}

    static List<Entry> entries() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (entry.matches()) {
                boolean explained = entry.group(3) != null
                        ? !entry.group(3).isBlank()
                        : isExplained(lines.subList(i + 1, lines.size()));
                entries.add(new Entry(entry.group(1), entry.group(2) != null, explained));
            }
        }
        return entries;
    }

    /** Returns true if text follows before the next heading; one explanation may follow several entries. */
    private static boolean isExplained(List<String> following) {
        return following.stream()
                .filter(line -> !line.isBlank() && !ENTRY.matcher(line).matches())
                .findFirst()
                .map(line -> line.startsWith("  "))
                .orElse(false);
    }
}
