// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/** What editors complete and explain is what the component says of its options. */
class EditorMetadataTest {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    private final SoftAssertions all = new SoftAssertions();
    private final Map<String, JsonNode> properties = new HashMap<>();
    private final Map<String, JsonNode> hints = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        JsonNode metadata = new ObjectMapper().readTree(METADATA.toFile());
        metadata.get("properties")
                .forEach(property -> properties.put(property.get("name").asText(), property));
        metadata.get("hints").forEach(hint -> hints.put(hint.get("name").asText(), hint));
    }

    @Test
    void everyOptionHasItsTypeDefaultDescriptionAndChoices() {
        for (CatalogOption option : CatalogOption.all()) {
            JsonNode property = properties.get(option.property());
            assertThat(property).as(option.property()).isNotNull();
            all.assertThat(property.path("type").asText()).as(option.name()).isEqualTo(type(option));
            all.assertThat(property.path("description").asText())
                    .as(option.name())
                    .startsWith(option.description());
            all.assertThat(standard(option, property.get("defaultValue")))
                    .as(option.name())
                    .isEqualTo(option.standard());
            all.assertThat(choices(option)).as(option.name()).isEqualTo(option.choices());
        }
        all.assertAll();
    }

    private static String type(CatalogOption option) {
        return switch (option.type()) {
            case TEXT, BEAN -> "java.lang.String";
            case INTEGER -> "java.lang.Integer";
            case BOOLEAN -> "java.lang.Boolean";
            case DURATION -> "java.time.Duration";
            case MAP -> "java.util.Map<java.lang.String,java.lang.String>";
        };
    }

    private static Object standard(CatalogOption option, JsonNode value) {
        if (value == null) {
            return null;
        }
        return switch (option.type()) {
            case INTEGER -> value.asInt();
            case BOOLEAN -> value.asBoolean();
            case DURATION -> DurationStyle.detectAndParse(value.asText());
            default -> value.asText();
        };
    }

    private List<String> choices(CatalogOption option) {
        JsonNode hint = hints.get(option.property());
        return hint == null
                ? List.of()
                : StreamSupport.stream(hint.get("values").spliterator(), false)
                        .map(value -> value.get("value").asText())
                        .toList();
    }
}
