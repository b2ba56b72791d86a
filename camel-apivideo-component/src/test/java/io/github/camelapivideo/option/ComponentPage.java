// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.internal.feed.ApiVideoFeed;
import io.github.camelapivideo.internal.option.EndpointKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The component's page in AsciiDoc, in the form of the pages of Camel's own components. */
final class ComponentPage {

    static final Path FILE = Path.of("src/main/docs/apivideo-component.adoc");

    private final JsonNode metadata;
    private final List<String> lines = new ArrayList<>();

    private ComponentPage(JsonNode metadata) {
        this.metadata = metadata;
    }

    /** @param metadata the JSON that Camel's plugin makes of the component */
    static String of(JsonNode metadata) {
        return new ComponentPage(metadata).render();
    }

    private String render() {
        head();
        operations();
        options(
                "Component options",
                "Set them as `camel.component.apivideo.name`; Spring Boot and Quarkus take `upload-key`, too, for `uploadKey`.",
                "componentProperties",
                option -> true);
        options(
                "Path parameter",
                "The URI is `apivideo:operation`, with this parameter:",
                "properties",
                option -> option.get("kind").asText().equals("path"));
        options(
                "Query parameters",
                "An endpoint refuses an option that its operation does not read.",
                "properties",
                option -> option.get("kind").asText().equals("parameter"));
        headers();
        return String.join("\n", lines) + "\n";
    }

    private void head() {
        add(
                "= " + of("title") + " Component",
                ":doctitle: " + of("title"),
                ":shortname: " + of("name"),
                ":artifactid: " + of("artifactId"),
                ":description: " + of("description"),
                ":since: " + of("firstVersion"),
                ":supportlevel: " + of("supportLevel"),
                ":component-header: Both producer and consumer are supported",
                "// Made from the component's metadata by OptionsDocumentTest: do not edit",
                "",
                "*Since camel-apivideo {since}*",
                "",
                "*{component-header}*",
                "",
                "{description}",
                "",
                "[source,xml]",
                "----",
                "<dependency>",
                "  <groupId>" + of("groupId") + "</groupId>",
                "  <artifactId>" + of("artifactId") + "</artifactId>",
                "  <version>" + of("version") + "</version>",
                "</dependency>",
                "----",
                "",
                "== URI format",
                "",
                "----",
                of("syntax") + "[?options]",
                "----");
    }

    private void operations() {
        add("", "== Operations");
        ApiVideoFeed.KINDS.all().stream()
                .collect(Collectors.groupingBy(EndpointKind::group, LinkedHashMap::new, Collectors.toList()))
                .forEach((group, kinds) -> add(
                        "",
                        OptionsDocumentTest.title(group) + "::",
                        kinds.stream().map(kind -> "`" + kind.name() + "`").collect(Collectors.joining(", "))));
    }

    private void options(String title, String text, String table, Predicate<JsonNode> which) {
        add("", "== " + title, "", text, "");
        table("2,5,^1,2", "| Name | Description | Default | Type");
        metadata.get(table).properties().stream()
                .filter(option -> which.test(option.getValue()))
                .forEach(this::option);
        add("|===");
    }

    private void option(Map.Entry<String, JsonNode> named) {
        JsonNode option = named.getValue();
        String name = option.has("prefix") ? option.get("prefix").asText() + "*" : named.getKey();
        String required = option.get("required").asBoolean() ? "*Required* " : "";
        add(
                "",
                "| *" + name + "* (" + option.get("group").asText() + ")",
                "| " + required + description(option),
                "| " + (option.has("defaultValue") ? option.get("defaultValue").asText() : ""),
                "| " + type(option));
    }

    private void headers() {
        add("", "== Message headers", "", "A header wins over the option of the same meaning.", "");
        table("2,5,^1,2", "| Name | Description | Constant | Type");
        metadata.get("headers")
                .properties()
                .forEach(named -> add(
                        "",
                        "| *" + named.getKey() + "*",
                        "| " + description(named.getValue()),
                        "| " + named.getValue().get("constantName").asText().replaceAll(".*#", ""),
                        "| " + type(named.getValue())));
        add("|===");
    }

    private void table(String columns, String head) {
        add("[width=\"100%\",cols=\"" + columns + "\",options=\"header\"]", "|===", head);
    }

    private static String description(JsonNode option) {
        String secret = option.get("secret").asBoolean() ? " *Secret.*" : "";
        String values = option.has("enum")
                ? " Enum values: "
                        + option.get("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")) + "."
                : "";
        return escaped(option.get("description").asText() + values) + secret;
    }

    private static String type(JsonNode option) {
        return escaped(option.get("javaType").asText().replaceAll("[a-z]+\\.(?=[a-zA-Z.]*[A-Z])", ""));
    }

    /** A bar would begin the next cell. */
    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    private String of(String name) {
        return metadata.get("component").get(name).asText();
    }

    private void add(String... some) {
        lines.addAll(List.of(some));
    }
}
