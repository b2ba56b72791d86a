// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/options.md} is made from the component's metadata; {@code -Dapivideo.docs.write} makes it anew. */
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

    private static String render(JsonNode metadata) {
        List<String> lines = new ArrayList<>(List.of(
                "# Options and headers",
                "",
                "`apivideo:operation?options`, where the operation is one of `"
                        + String.join("`, `", operations(metadata)) + "`. Made from the component's metadata.",
                "",
                metadata.at("/properties/operation/description").asText() + ".",
                "",
                "Each option can be set on the endpoint, and for all endpoints on the component, as"
                        + " `camel.component.apivideo.option`. An endpoint refuses an option that its operation does not"
                        + " read.",
                "",
                "| option | operations | type | default | meaning |",
                "| --- | --- | --- | --- | --- |"));
        for (Map.Entry<String, JsonNode> option : metadata.get("properties").properties()) {
            if (option.getValue().get("kind").asText().equals("parameter")) {
                lines.add(option(
                        option.getKey(), operations(option.getKey(), ApiVideoOperation::options), option.getValue()));
            }
        }
        lines.addAll(List.of(
                "",
                "## Options of the component alone",
                "",
                "| option | type | default | meaning |",
                "| --- | --- | --- | --- |"));
        for (Map.Entry<String, JsonNode> option :
                metadata.get("componentProperties").properties()) {
            if (!metadata.get("properties").has(option.getKey())) {
                lines.add(option(option.getKey(), "", option.getValue()));
            }
        }
        lines.addAll(
                List.of("", "## Headers", "", "| header | read by | type | meaning |", "| --- | --- | --- | --- |"));
        for (Map.Entry<String, JsonNode> header : metadata.get("headers").properties()) {
            lines.add("| `" + header.getKey() + "` | " + operations(header.getKey(), ApiVideoOperation::headers)
                    + type(header.getValue()) + " | "
                    + header.getValue().get("description").asText() + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> operations(JsonNode metadata) {
        List<String> operations = new ArrayList<>();
        metadata.at("/properties/operation/enum").forEach(operation -> operations.add(operation.asText()));
        return operations;
    }

    private static String operations(String name, Function<ApiVideoOperation, Set<String>> reads) {
        if (ApiVideoOperation.commonOptions().contains(name)) {
            return "all | ";
        }
        return Arrays.stream(ApiVideoOperation.values())
                        .filter(operation -> reads.apply(operation).contains(name))
                        .map(operation -> "`" + operation + "`")
                        .collect(Collectors.joining(", "))
                + " | ";
    }

    private static String option(String name, String operations, JsonNode option) {
        String shown = option.has("prefix") ? option.get("prefix").asText() + "*" : name;
        String standard =
                option.has("defaultValue") ? "`" + option.get("defaultValue").asText() + "`" : "";
        String secret = option.get("secret").asBoolean() ? " **Secret.**" : "";
        return "| `" + shown + "` | " + operations + type(option) + " | " + standard + " | "
                + option.get("description").asText() + secret + " |";
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
