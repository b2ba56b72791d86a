// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What the API description allows in a container's attributes. */
final class VideoRules {

    private static final List<String> LANGUAGES = List.of(
            "ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "it", "ja", "ko",
            "ml", "nl", "nn", "no", "pl", "pt", "ru", "sk", "sl", "te", "tr", "uk", "ur", "vi", "zh");
    private static final List<String> SUMMARY = List.of("abstract", "takeaways");
    private static final List<String> WATERMARK =
            List.of("id", "top", "left", "bottom", "right", "width", "height", "opacity");
    private static final Pattern TIMECODE =
            Pattern.compile("^(?:\\d{2,3}:[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3}|\\:\\d{1,2})?|\\d{1,7})$");

    private static final Map<String, BiConsumer<String, Object>> RULES = Map.ofEntries(
            Map.entry("title", VideoRules::text),
            Map.entry("description", VideoRules::text),
            Map.entry("source", VideoRules::text),
            Map.entry("playerId", VideoRules::text),
            Map.entry("public", VideoRules::flag),
            Map.entry("panoramic", VideoRules::flag),
            Map.entry("mp4Support", VideoRules::flag),
            Map.entry("transcript", VideoRules::flag),
            Map.entry("transcriptSummary", VideoRules::flag),
            Map.entry("tags", VideoRules::texts),
            Map.entry("metadata", VideoRules::metadata),
            Map.entry("clip", VideoRules::clip),
            Map.entry("watermark", VideoRules::watermark),
            Map.entry("language", VideoRules::language),
            Map.entry("transcriptSummaryAttributes", VideoRules::summary));

    private VideoRules() {}

    static void checkCreation(Map<String, Object> payload) {
        if (payload.get("title") == null || payload.get("title").equals("")) {
            throw ProblemType.ATTRIBUTE_REQUIRED.because("title", "The \"title\" attribute is required.");
        }
        check(payload);
    }

    static void check(Map<String, Object> payload) {
        payload.forEach((name, value) -> {
            BiConsumer<String, Object> rule = RULES.get(name);
            if (rule != null && !(value == null && name.equals("language"))) {
                rule.accept(name, value);
            }
        });
    }

    private static void text(String name, Object value) {
        require(value instanceof String, name, "must be a string");
    }

    private static void flag(String name, Object value) {
        require(value instanceof Boolean, name, "must be a boolean");
    }

    private static void texts(String name, Object value) {
        require(
                value instanceof List<?> list && list.stream().allMatch(String.class::isInstance),
                name,
                "must be an array of strings");
    }

    private static void metadata(String name, Object value) {
        require(value instanceof List<?>, name, "must be an array");
        for (Object entry : (List<?>) value) {
            require(
                    entry instanceof Map<?, ?> pair
                            && pair.get("key") instanceof String key
                            && !key.isEmpty()
                            && pair.get("value") instanceof String,
                    name,
                    "must have a key and a value in every entry");
        }
    }

    private static void clip(String name, Object value) {
        require(value instanceof Map<?, ?>, name, "must be an object");
        ((Map<?, ?>) value)
                .forEach((key, timecode) -> require(
                        List.of("startTimecode", "endTimecode").contains(key)
                                && timecode instanceof String text
                                && TIMECODE.matcher(text).matches(),
                        name + "." + key,
                        "must be a timecode like HH:MM:SS"));
    }

    private static void watermark(String name, Object value) {
        require(
                value instanceof Map<?, ?> watermark
                        && WATERMARK.containsAll(watermark.keySet())
                        && watermark.get("id") instanceof String
                        && watermark.values().stream().allMatch(String.class::isInstance),
                name,
                "must have an id, and nothing but " + WATERMARK);
    }

    private static void language(String name, Object value) {
        require(
                value instanceof String tag && tag.matches("[A-Za-z-]+"),
                name,
                "must contain only letters and dashes (for example \"fr\", \"fr-BE\")");
        require(LANGUAGES.contains(value), name, "is not valid");
    }

    private static void summary(String name, Object value) {
        require(value instanceof List<?> list && SUMMARY.containsAll(list), name, "allows only " + SUMMARY);
    }

    private static void require(boolean satisfied, String name, String rule) {
        if (!satisfied) {
            throw ProblemType.INVALID_ATTRIBUTE.because(name, "The \"" + name + "\" attribute " + rule + ".");
        }
    }
}
