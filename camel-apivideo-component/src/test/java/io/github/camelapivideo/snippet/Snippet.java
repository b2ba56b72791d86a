// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import static io.github.camelapivideo.support.Pages.ROOT;

import io.github.camelapivideo.support.Pages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code of a page, or an example in the Javadoc.
 *
 * @param page the path of the page or source in the repository
 * @param line the line in which the block begins, from 1
 * @param language the word behind the fence, such as {@code yaml}; empty if none is there
 */
public record Snippet(String page, int line, String language, String text) {

    private static final String SOURCES = File.separator + "src" + File.separator;
    private static final Pattern BLOCK =
            Pattern.compile("^( *)```([a-z]*)\\R(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern EXAMPLE =
            Pattern.compile("^ *\\* <pre>\\{@code\\R(.*?)^ *\\* }</pre>", Pattern.DOTALL | Pattern.MULTILINE);

    /** Returns the blocks of a language on all pages of the repository. */
    public static List<Snippet> in(String language) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : Pages.all()) {
            // What a module has below its sources is not for readers of its documents.
            if (page.toString().contains(SOURCES)) {
                continue;
            }
            of(page).stream()
                    .filter(snippet -> snippet.language.equals(language))
                    .forEach(snippets::add);
        }
        return snippets;
    }

    /** Returns the blocks of a page such as {@code docs/routes.md}. */
    public static List<Snippet> of(String page) throws IOException {
        return of(ROOT.resolve(page));
    }

    /** Returns the examples in the Javadoc of the component's and the simulator's types that are not internal. */
    static List<Snippet> inJavadoc() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (String module : List.of("camel-apivideo-component", "camel-apivideo-simulator")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(Snippet::isPublic).toList()) {
                    snippets.addAll(examples(file));
                }
            }
        }
        return snippets;
    }

    private static boolean isPublic(Path file) {
        return file.toString().endsWith(".java") && !nameOf(file).contains("/internal/");
    }

    private static List<Snippet> examples(Path file) throws IOException {
        String text = Files.readString(file);
        return EXAMPLE.matcher(text)
                .results()
                .map(block -> new Snippet(
                        nameOf(file),
                        lineOf(text, block),
                        "java",
                        block.group(1).replaceAll("(?m)^ *\\* ?", "")))
                .toList();
    }

    private static String nameOf(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static List<Snippet> of(Path page) throws IOException {
        String text = Files.readString(page);
        String name = nameOf(page);
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Snippet(name, lineOf(text, block), block.group(2), content(block)))
                .toList();
    }

    private static int lineOf(String text, MatchResult block) {
        return (int) text.substring(0, block.start()).lines().count() + 1;
    }

    private static String content(MatchResult block) {
        return block.group(3).replaceAll("(?m)^" + block.group(1), "");
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
