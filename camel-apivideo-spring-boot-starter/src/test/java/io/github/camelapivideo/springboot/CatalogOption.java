// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * An option of the component as its own metadata describes it.
 *
 * @param standard the default; null if there is none
 * @param choices what is allowed; empty if that is not a list
 * @param nested whether it is one of {@code ApiVideoConfiguration}, else of the component itself
 */
record CatalogOption(
        String name,
        Type type,
        String javaType,
        Object standard,
        List<String> choices,
        boolean secret,
        boolean nested,
        String description) {

    private static final String METADATA = "/META-INF/io/github/camelapivideo/apivideo.json";

    /** What an option is as a property of Spring Boot. */
    enum Type {
        TEXT("String"),
        INTEGER("Integer"),
        BOOLEAN("Boolean"),
        DURATION("Duration"),
        MAP("Map<String, String>"),
        BEAN("String");

        final String source;

        Type(String source) {
            this.source = source;
        }

        static Type of(String type, String javaType) {
            return switch (type) {
                case "string", "enum" -> TEXT;
                case "integer" -> INTEGER;
                case "boolean" -> BOOLEAN;
                case "duration" -> DURATION;
                case "object" -> javaType.startsWith("java.util.Map<") ? MAP : BEAN;
                default -> throw new IllegalArgumentException("There is no property type yet for " + type);
            };
        }
    }

    /** All of them, in the order of the metadata. */
    static List<CatalogOption> all() {
        try (InputStream in = CatalogOption.class.getResourceAsStream(METADATA)) {
            List<CatalogOption> options = new ArrayList<>();
            new ObjectMapper()
                    .readTree(in)
                    .get("componentProperties")
                    .properties()
                    .forEach(option -> options.add(of(option.getKey(), option.getValue())));
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogOption of(String name, JsonNode option) {
        String javaType = option.get("javaType").asText();
        Type type = Type.of(option.get("type").asText(), javaType);
        List<String> choices = new ArrayList<>();
        option.path("enum").forEach(choice -> choices.add(choice.asText()));
        return new CatalogOption(
                name,
                type,
                javaType,
                standard(type, option.get("defaultValue")),
                choices,
                option.get("secret").asBoolean(),
                option.has("configurationField"),
                option.get("description").asText());
    }

    private static Object standard(Type type, JsonNode value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case INTEGER -> value.asInt();
            case BOOLEAN -> value.asBoolean();
            case DURATION -> Duration.ofMillis(value.asLong());
            default -> value.asText();
        };
    }

    /** {@code partSize} is {@code PartSize}, as in the names of methods. */
    String capitalized() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code partSize} is {@code camel.component.apivideo.part-size}. */
    String property() {
        String kebab = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return ConfigurationPropertyName.of(ApiVideoComponentAutoConfiguration.PREFIX + "." + kebab)
                .toString();
    }
}
