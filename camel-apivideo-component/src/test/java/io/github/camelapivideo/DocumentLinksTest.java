// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static io.github.camelapivideo.support.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.support.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each relative link in a Markdown page of the repository leads to an existing file, and its anchor to a heading. */
class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");

    static List<Path> pages() throws IOException {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(deadLinks(page))
                .as("dead links in %s", ROOT.relativize(page))
                .isEmpty();
    }

    @Test
    void findsDeadFilesAndAnchors(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.md"), "# What `toD` means, *twice*\n\n# Again\n\n# Again\n");
        Path page = Files.writeString(folder.resolve("page.md"), """
                # Title
                [a](other.md) [b](other.md#what-tod-means-twice) [c](#title) [d](https://example.org/x) [e](other.md#again-1)
                [f](missing.md) [g](other.md#title) [h](#other) [i](other.md#again-2)
                `[j](code.md)`
                ```
                [k](code.md)
                # Other
                ```
                """);
        assertThat(deadLinks(page)).containsExactly("missing.md", "other.md#title", "#other", "other.md#again-2");
    }

    private static List<String> deadLinks(Path page) throws IOException {
        String prose = String.join("\n", prose(page)).replaceAll("`[^`\n]*`", "");
        List<String> dead = new ArrayList<>();
        for (String link :
                LINK.matcher(prose).results().map(match -> match.group(1)).toList()) {
            if (!WITH_SCHEME.matcher(link).matches() && !leadsSomewhere(page, link)) {
                dead.add(link);
            }
        }
        return dead;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page : page.resolveSibling(path);
        return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    /** The anchors of a page's headings, by the rule of GitHub. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line : prose(page)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = anchor(heading.group(1));
                String unique = anchor;
                for (int repeated = 1; !anchors.add(unique); repeated++) {
                    unique = anchor + "-" + repeated;
                }
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .strip()
                .replace(' ', '-');
    }

    /** The lines of a page outside of its blocks of code. */
    private static List<String> prose(Path page) throws IOException {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(page)) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }
}
