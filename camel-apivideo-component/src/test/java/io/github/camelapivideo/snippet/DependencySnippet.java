// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import static io.github.camelapivideo.support.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * A dependency or a plugin of a snippet. One of this project is in its BOM. One of another project is in a pom that the
 * build of this repository resolves; if it has a version, that is the version of the build.
 */
record DependencySnippet(String group, String artifact, String version) {

    private static final String OURS = "io.github.camel-apivideo";
    private static final Path MAIN_POM = ROOT.resolve("pom.xml");
    private static final Path STARTER = ROOT.resolve("camel-apivideo-spring-boot-starter/pom.xml");

    /** Returns the dependencies or plugins of a block, none if it is about something else. */
    static List<DependencySnippet> in(String xml) throws Exception {
        Element root = root(xml);
        return switch (root.getTagName()) {
            case "dependency" -> List.of(of(root));
            case "dependencies", "dependencyManagement", "build" -> below(root);
            default -> List.of();
        };
    }

    void assertExists() throws Exception {
        if (group.equals(OURS)) {
            assertThat(artifact).isIn(ours());
        } else {
            assertThat(group + ":" + artifact).isIn(ofTheBuild());
            assertThat(version).isIn("", versions().get(group));
        }
    }

    /** The artifacts that the BOM names, and the BOM. */
    private static Set<String> ours() throws Exception {
        Set<String> artifacts = new HashSet<>(Set.of("camel-apivideo-bom"));
        below(pom(ROOT.resolve("camel-apivideo-bom/pom.xml"))).forEach(named -> artifacts.add(named.artifact));
        return artifacts;
    }

    private static Set<String> ofTheBuild() throws Exception {
        Set<String> names = new HashSet<>();
        for (Path file : poms()) {
            below(pom(file)).forEach(named -> names.add(named.group + ":" + named.artifact));
        }
        return names;
    }

    // A group that is not here has no version in a snippet.
    private static Map<String, String> versions() throws Exception {
        return Map.of(
                "org.apache.camel", text(pom(MAIN_POM), "camel.version"),
                "org.apache.camel.springboot", text(pom(STARTER), "camel-spring-boot.version"));
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> modules = Files.walk(ROOT.resolve("camel-apivideo-examples"), 2);
                Stream<Path> others = Files.walk(ROOT, 2)) {
            return Stream.concat(modules, others)
                    .filter(file -> file.endsWith("pom.xml"))
                    .toList();
        }
    }

    private static Element pom(Path file) throws Exception {
        return root(Files.readString(file));
    }

    private static Element root(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<DependencySnippet> below(Element root) {
        return Stream.of("dependency", "plugin")
                .map(root::getElementsByTagName)
                .flatMap(found -> IntStream.range(0, found.getLength()).mapToObj(found::item))
                .map(found -> of((Element) found))
                .toList();
    }

    private static DependencySnippet of(Element dependency) {
        return new DependencySnippet(
                text(dependency, "groupId"), text(dependency, "artifactId"), text(dependency, "version"));
    }

    private static String text(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
