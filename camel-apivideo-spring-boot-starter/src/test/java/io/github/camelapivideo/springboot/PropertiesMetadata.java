// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelapivideo.springboot.CatalogOption.Type;
import java.time.Duration;
import java.util.List;

/** What the source of the properties does not tell editors: descriptions, defaults and allowed values. */
final class PropertiesMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PropertiesMetadata() {}

    static String render(List<CatalogOption> options) {
        ObjectNode metadata = JSON.createObjectNode();
        ArrayNode properties = metadata.putArray("properties");
        options.forEach(option -> properties.add(property(option)));
        properties.add(health());
        ArrayNode hints = metadata.putArray("hints");
        options.stream().filter(option -> !option.choices().isEmpty()).forEach(option -> hints.add(hint(option)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode property(CatalogOption option) {
        ObjectNode property = JSON.createObjectNode().put("name", option.property());
        property.put("description", description(option));
        if (option.standard() != null) {
            property.set("defaultValue", JSON.valueToTree(standard(option.standard())));
        }
        return property;
    }

    private static String description(CatalogOption option) {
        return option.type() == Type.BEAN
                ? option.description() + " A bean of type " + option.javaType() + ", as #name."
                : option.description();
    }

    private static ObjectNode health() {
        return JSON.createObjectNode()
                .put("name", "management.health.apivideo.enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether health says if the api.video account answers.")
                .put("defaultValue", true);
    }

    private static ObjectNode hint(CatalogOption option) {
        ObjectNode hint = JSON.createObjectNode().put("name", option.property());
        ArrayNode values = hint.putArray("values");
        option.choices().forEach(choice -> values.addObject().put("value", choice));
        return hint;
    }

    private static Object standard(Object value) {
        return value instanceof Duration duration ? text(duration) : value;
    }

    // As a user writes it.
    private static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0 || millis % 1000 != 0) {
            return millis + "ms";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + "m" : millis / 1000 + "s";
    }
}
