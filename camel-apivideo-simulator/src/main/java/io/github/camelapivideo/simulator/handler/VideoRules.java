// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.problem.AttributeRules.ARRAY;
import static io.github.camelapivideo.simulator.problem.AttributeRules.FLAG;
import static io.github.camelapivideo.simulator.problem.AttributeRules.OBJECT;
import static io.github.camelapivideo.simulator.problem.AttributeRules.TEXT;

import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of the API description for the attributes of a container. */
final class VideoRules {

    private static final List<String> LANGUAGES = List.of(
            "ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "it", "ja", "ko",
            "ml", "nl", "nn", "no", "pl", "pt", "ru", "sk", "sl", "te", "tr", "uk", "ur", "vi", "zh");
    private static final List<String> SUMMARY = List.of("abstract", "takeaways");
    private static final List<String> CLIP = List.of("startTimecode", "endTimecode");
    private static final String LENGTH = "\\d+(\\.\\d+)?(px|%)";
    private static final Map<String, String> WATERMARK = Map.of(
            "id",
            ".+",
            "top",
            LENGTH,
            "left",
            LENGTH,
            "bottom",
            LENGTH,
            "right",
            LENGTH,
            "width",
            LENGTH + "|initial",
            "height",
            LENGTH + "|initial",
            "opacity",
            "\\d+(\\.\\d+)?%");
    private static final Pattern TIMECODE =
            Pattern.compile("(?:\\d{2,3}:[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3}|:\\d{1,2})?|\\d{1,7})");

    /** Attributes for creations and updates. */
    private static final Map<String, List<Demand>> COMMON = Map.ofEntries(
            Map.entry("title", List.of(TEXT)),
            Map.entry("description", List.of(TEXT)),
            Map.entry("public", List.of(FLAG)),
            Map.entry("panoramic", List.of(FLAG)),
            Map.entry("mp4Support", List.of(FLAG)),
            Map.entry("transcript", List.of(FLAG)),
            Map.entry("transcriptSummary", List.of(FLAG)),
            Map.entry("tags", List.of(ARRAY, Demand.of(VideoRules::areTexts, "must be an array of strings"))),
            Map.entry(
                    "metadata",
                    List.of(ARRAY, Demand.of(VideoRules::arePairs, "must have a key and a value in each entry"))),
            Map.entry(
                    "language",
                    List.of(
                            Demand.of(
                                    VideoRules::isLanguageTag,
                                    "must contain only letters and dashes (for example \"fr\", \"fr-BE\")"),
                            Demand.of(tag -> tag == null || LANGUAGES.contains(tag), "is not valid"))),
            Map.entry(
                    "transcriptSummaryAttributes",
                    List.of(
                            ARRAY,
                            Demand.of(list -> SUMMARY.containsAll((List<?>) list), "allows nothing but " + SUMMARY))));

    private static final AttributeRules CREATION = AttributeRules.of(COMMON)
            .and(Map.of(
                    "playerId", List.of(TEXT),
                    "source", List.of(TEXT),
                    "clip", List.of(OBJECT, Demand.of(VideoRules::isClip, "must have timecodes of the form HH:MM:SS")),
                    "watermark",
                            List.of(
                                    OBJECT,
                                    Demand.of(
                                            VideoRules::isWatermark,
                                            "must have an id, and lengths such as 10px or 5%"))))
            .requiring("title");

    private static final AttributeRules UPDATE =
            AttributeRules.of(COMMON).and(Map.of("playerId", List.of(TEXT.orNull())));

    private VideoRules() {}

    /** Refuses a creation with wrong or unknown attributes, and lists all problems. */
    static void checkCreation(Map<String, Object> payload) {
        CREATION.check(payload);
    }

    /** Refuses an update with wrong, unknown or read-only attributes, and lists all problems. */
    static void checkUpdate(Map<String, Object> payload) {
        UPDATE.check(payload);
    }

    private static boolean areTexts(Object list) {
        return ((List<?>) list).stream().allMatch(String.class::isInstance);
    }

    private static boolean arePairs(Object list) {
        return ((List<?>) list)
                .stream()
                        .allMatch(entry -> entry instanceof Map<?, ?> pair
                                && pair.get("key") instanceof String key
                                && !key.isEmpty()
                                && pair.get("value") instanceof String);
    }

    private static boolean isLanguageTag(Object tag) {
        return tag == null || tag instanceof String text && text.matches("[A-Za-z-]+");
    }

    private static boolean isClip(Object object) {
        return ((Map<?, ?>) object)
                .entrySet().stream()
                        .allMatch(entry -> CLIP.contains(entry.getKey())
                                && entry.getValue() instanceof String timecode
                                && TIMECODE.matcher(timecode).matches());
    }

    private static boolean isWatermark(Object object) {
        Map<?, ?> watermark = (Map<?, ?>) object;
        return watermark.containsKey("id")
                && watermark.entrySet().stream()
                        .allMatch(entry -> WATERMARK.containsKey(entry.getKey())
                                && entry.getValue() instanceof String value
                                && value.matches(WATERMARK.get(entry.getKey())));
    }
}
