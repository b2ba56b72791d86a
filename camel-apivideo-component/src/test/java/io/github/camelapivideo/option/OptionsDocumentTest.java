// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.internal.feed.ApiVideoFeed;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.EndpointKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/options.md} and {@code src/main/docs/apivideo-component.adoc} are made from the component's metadata;
 * {@code -Dapivideo.docs.write} makes them anew.
 */
class OptionsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "options.md");
    private static final Path METADATA =
            Path.of("src/generated/resources/META-INF/io/github/camelapivideo/apivideo.json");

    @Test
    void theDocumentTellsTheOptionsAndHeadersThatThereAre() throws IOException {
        String expected = render(new ObjectMapper().readTree(METADATA.toFile()));
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("made anew by: ./mvnw verify -pl camel-apivideo-component -am -Dapivideo.docs.write")
                .isEqualTo(expected);
    }

    /** Camel's site has a page of this form for each component. */
    @Test
    void thePageInTheFormOfCamelTellsTheSame() throws IOException {
        String expected = ComponentPage.of(new ObjectMapper().readTree(METADATA.toFile()));
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.createDirectories(ComponentPage.FILE.getParent());
            Files.writeString(ComponentPage.FILE, expected);
        }
        assertThat(Files.readString(ComponentPage.FILE))
                .as("made anew by: ./mvnw verify -pl camel-apivideo-component -am -Dapivideo.docs.write")
                .isEqualTo(expected);
    }

    private static String render(JsonNode metadata) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        metadata.get("properties").properties().stream()
                .filter(option -> option.getValue().get("kind").asText().equals("parameter"))
                .forEach(option -> options.put(option.getKey(), option.getValue()));
        Map<String, JsonNode> headers = new LinkedHashMap<>();
        metadata.get("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue()));
        List<String> lines = new ArrayList<>(List.of(
                "# Options and headers",
                "",
                "`apivideo:operation?options`. [Operations](operations.md) shows each operation. Made from the"
                        + " component's metadata, like [the page in the form of Camel's site]"
                        + "(../camel-apivideo-component/src/main/docs/apivideo-component.adoc).",
                "",
                "Each option can be set on the endpoint, and for all endpoints on the component, as"
                        + " `camel.component.apivideo.option`; only `bandwidthLimit` is another limit there. An endpoint"
                        + " refuses an option that its operation does not"
                        + " read. A header wins over the option of the same meaning. What several operations read is"
                        + " explained once, at the first of them."));
        section(lines, "All operations", ApiVideoOperation.commonOptions(), options, Set.of(), headers);
        ApiVideoFeed.KINDS.all().stream()
                .collect(Collectors.groupingBy(EndpointKind::group, LinkedHashMap::new, Collectors.toList()))
                .forEach((group, operations) -> {
                    lines.addAll(List.of("", "## " + title(group), "", "| operation | options | headers |"));
                    lines.add("| --- | --- | --- |");
                    operations.forEach(operation -> lines.add("| `" + operation.name() + "` | "
                            + names(operation.options()) + " | " + names(operation.headers()) + " |"));
                    tables(
                            lines,
                            all(operations, EndpointKind::options),
                            options,
                            all(operations, EndpointKind::headers),
                            headers);
                });
        section(lines, "Headers of answers", Set.of(), options, Set.copyOf(headers.keySet()), headers);
        componentAlone(lines, metadata);
        return String.join("\n", lines) + "\n";
    }

    private static void componentAlone(List<String> lines, JsonNode metadata) {
        Map<String, JsonNode> alone = new LinkedHashMap<>();
        metadata.get("componentProperties").properties().stream()
                .filter(option -> !isOfEndpoints(option.getKey(), option.getValue(), metadata))
                .forEach(option -> alone.put(option.getKey(), option.getValue()));
        section(lines, "Options of the component alone", Set.copyOf(alone.keySet()), alone, Set.of(), Map.of());
    }

    /** An option of the same name may mean something else on the component. */
    private static boolean isOfEndpoints(String name, JsonNode option, JsonNode metadata) {
        JsonNode ofEndpoint = metadata.get("properties").get(name);
        return ofEndpoint != null && ofEndpoint.get("description").equals(option.get("description"));
    }

    private static void section(
            List<String> lines,
            String title,
            Set<String> someOptions,
            Map<String, JsonNode> options,
            Set<String> someHeaders,
            Map<String, JsonNode> headers) {
        lines.addAll(List.of("", "## " + title));
        tables(lines, someOptions, options, someHeaders, headers);
    }

    /** Adds the tables of those that are not explained yet, and removes them from the ones that are left. */
    private static void tables(
            List<String> lines,
            Set<String> someOptions,
            Map<String, JsonNode> options,
            Set<String> someHeaders,
            Map<String, JsonNode> headers) {
        table(lines, "| option | type | default | meaning |", someOptions, options, OptionsDocumentTest::option);
        table(lines, "| header | type | meaning |", someHeaders, headers, OptionsDocumentTest::header);
    }

    private static void table(
            List<String> lines,
            String head,
            Set<String> some,
            Map<String, JsonNode> left,
            BiFunction<String, JsonNode, String> row) {
        List<String> rows = left.entrySet().stream()
                .filter(entry -> some.contains(entry.getKey()))
                .map(entry -> row.apply(entry.getKey(), entry.getValue()))
                .toList();
        if (!rows.isEmpty()) {
            lines.addAll(List.of("", head, head.replaceAll("[a-z]+", "---")));
            lines.addAll(rows);
        }
        left.keySet().removeAll(some);
    }

    private static Set<String> all(List<EndpointKind> operations, Function<EndpointKind, Set<String>> read) {
        return operations.stream()
                .flatMap(operation -> read.apply(operation).stream())
                .collect(Collectors.toSet());
    }

    static String title(String group) {
        String words = group.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String names(Set<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String option(String name, JsonNode option) {
        String shown = option.has("prefix") ? option.get("prefix").asText() + "*" : name;
        String standard =
                option.has("defaultValue") ? "`" + option.get("defaultValue").asText() + "`" : "";
        String secret = option.get("secret").asBoolean() ? " **Secret.**" : "";
        return "| `" + shown + "` | " + type(option) + " | " + standard + " | "
                + option.get("description").asText() + secret + " |";
    }

    private static String header(String name, JsonNode header) {
        return "| `" + name + "` | " + type(header) + " | "
                + header.get("description").asText() + " |";
    }

    private static String type(JsonNode value) {
        if (value.has("enum")) {
            List<String> words = new ArrayList<>();
            value.get("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return String.join(", ", words);
        }
        String type = value.get("javaType").asText();
        if (value.has("type") && value.get("type").asText().equals("duration")) {
            return "milliseconds";
        }
        return type.replaceAll("[a-z]+\\.(?=[a-zA-Z.]*[A-Z])", "").replace("|", "\\|");
    }
}
