// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rules of the API description for the attributes of a container. Ignores attributes that it does not describe.
 */
final class VideoRules {

    /** @param demand the service's text when the rule is broken */
    private record Demand(Predicate<Object> met, String demand) {

        static Demand of(Predicate<Object> met, String demand) {
            return new Demand(met, demand);
        }
    }

    private static final List<String> LANGUAGES = List.of(
            "ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "it", "ja", "ko",
            "ml", "nl", "nn", "no", "pl", "pt", "ru", "sk", "sl", "te", "tr", "uk", "ur", "vi", "zh");
    private static final List<String> SUMMARY = List.of("abstract", "takeaways");
    private static final List<String> CLIP = List.of("startTimecode", "endTimecode");
    private static final List<String> WATERMARK =
            List.of("id", "top", "left", "bottom", "right", "width", "height", "opacity");
    private static final Pattern TIMECODE =
            Pattern.compile("(?:\\d{2,3}:[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3}|:\\d{1,2})?|\\d{1,7})");

    private static final List<Demand> TEXT = List.of(Demand.of(String.class::isInstance, "must be a string"));
    private static final List<Demand> FLAG = List.of(Demand.of(Boolean.class::isInstance, "must be a boolean"));
    private static final Demand ARRAY = Demand.of(List.class::isInstance, "must be an array");
    private static final Demand OBJECT = Demand.of(Map.class::isInstance, "must be an object");

    /** Attributes for creations and updates. */
    private static final Map<String, List<Demand>> UPDATE = Map.ofEntries(
            Map.entry("title", TEXT),
            Map.entry("description", TEXT),
            Map.entry("playerId", TEXT),
            Map.entry("public", FLAG),
            Map.entry("panoramic", FLAG),
            Map.entry("mp4Support", FLAG),
            Map.entry("transcript", FLAG),
            Map.entry("transcriptSummary", FLAG),
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

    /** Attributes for creations only. */
    private static final Map<String, List<Demand>> CREATION_ONLY = Map.of(
            "source", TEXT,
            "clip", List.of(OBJECT, Demand.of(VideoRules::isClip, "must have timecodes of the form HH:MM:SS")),
            "watermark",
                    List.of(OBJECT, Demand.of(VideoRules::isWatermark, "must have an id, and texts for " + WATERMARK)));

    private static final Map<String, List<Demand>> CREATION = both(UPDATE, CREATION_ONLY);

    private VideoRules() {}

    private static <V> Map<String, V> both(Map<String, V> some, Map<String, V> others) {
        Map<String, V> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** Refuses a creation with wrong attributes, and lists all problems. */
    static void checkCreation(Map<String, Object> payload) {
        List<Problem> problems = new ArrayList<>();
        if (payload.get("title") == null || payload.get("title").equals("")) {
            problems.add(ProblemType.ATTRIBUTE_REQUIRED.problem("title", "The \"title\" attribute is required."));
        }
        payload.forEach((name, value) -> {
            if (!name.equals("title") || value != null) {
                problems.addAll(problems(CREATION, name, value));
            }
        });
        refuse(problems);
    }

    /** Refuses an update with wrong attributes, and lists all problems. Returns the known attributes. */
    static Map<String, Object> checkUpdate(Map<String, Object> payload) {
        List<Problem> problems = new ArrayList<>();
        payload.forEach((name, value) -> problems.addAll(problems(UPDATE, name, value)));
        refuse(problems);
        Map<String, Object> known = new LinkedHashMap<>(payload);
        known.keySet().retainAll(UPDATE.keySet());
        return known;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static List<Problem> problems(Map<String, List<Demand>> rules, String name, Object value) {
        return rules.getOrDefault(name, List.of()).stream()
                .filter(rule -> !rule.met().test(value))
                .limit(1)
                .map(rule -> ProblemType.INVALID_ATTRIBUTE.problem(
                        name, "The \"" + name + "\" attribute " + rule.demand() + "."))
                .toList();
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
                && WATERMARK.containsAll(watermark.keySet())
                && watermark.values().stream().allMatch(String.class::isInstance);
    }
}
