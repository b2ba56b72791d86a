// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One {@code pom.xml}, as it is written: nothing is inherited or interpolated. */
record Pom(Path file, Element project) {

    /** A name and the value that this pom gives to it. */
    record Entry(String name, String value) {}

    static Pom read(Path file) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            return new Pom(
                    file, parsers.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    Path folder() {
        return file.getParent();
    }

    String artifactId() {
        return text(project, "artifactId").orElseThrow();
    }

    /** The version of the project; that of its parent if it has none of its own. */
    String version() {
        return text(project, "version").or(() -> parentVersion()).orElseThrow();
    }

    String packaging() {
        return text(project, "packaging").orElse("jar");
    }

    boolean hasParent() {
        return child(project, "parent").isPresent();
    }

    /** The value that this pom gives to a property; an empty text if it gives none. */
    String property(String name) {
        return child(project, "properties")
                .flatMap(properties -> text(properties, name))
                .orElse("");
    }

    /** The properties that hold a version. */
    List<Entry> versionProperties() {
        return child(project, "properties").stream()
                .flatMap(Pom::children)
                .filter(property -> property.getNodeName().endsWith(".version"))
                .map(property -> new Entry(property.getNodeName(), property.getTextContent()))
                .toList();
    }

    /** The plugins whose version stands in this pom. */
    List<Entry> pluginVersions() {
        NodeList plugins = project.getElementsByTagName("plugin");
        return IntStream.range(0, plugins.getLength())
                .mapToObj(plugins::item)
                .map(Element.class::cast)
                .flatMap(plugin -> text(plugin, "version")
                        .map(version -> new Entry(text(plugin, "artifactId").orElseThrow(), version))
                        .stream())
                .toList();
    }

    private Optional<String> parentVersion() {
        return child(project, "parent").flatMap(parent -> text(parent, "version"));
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(Node::getTextContent);
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent)
                .filter(child -> child.getNodeName().equals(name))
                .findFirst();
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
