// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Page;
import io.github.camelapivideo.simulator.store.StoredVideo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.Fields;

/** Filters and sorts the list of videos by the query. */
final class VideoQuery {

    /** Makes a filter from the values of a query parameter. */
    @FunctionalInterface
    private interface Filter {
        Predicate<StoredVideo> of(List<String> values);
    }

    private static final Pattern METADATA = Pattern.compile("metadata\\[(.+)]");

    private static final Map<String, Filter> FILTERS = Map.of(
            "title", values -> video -> contains(video, "title", values.get(0)),
            "description", values -> video -> contains(video, "description", values.get(0)),
            "tags[]", values -> video -> containsAll(video, "tags", values),
            // No video was recorded from a live stream.
            "liveStreamId", values -> video -> false);

    private static final Map<String, Comparator<StoredVideo>> ORDERS = Map.of(
            "title", Comparator.comparing(StoredVideo::title),
            "createdAt", Comparator.comparing(StoredVideo::createdAt),
            "publishedAt", Comparator.comparing(StoredVideo::createdAt),
            "updatedAt", Comparator.comparing(StoredVideo::updatedAt));

    private VideoQuery() {}

    /** @param all all videos, the oldest first */
    static List<StoredVideo> find(List<StoredVideo> all, Fields query) {
        List<StoredVideo> found =
                new ArrayList<>(all.stream().filter(filter(query)).toList());
        // Of two equal videos the younger comes first, as by default.
        Collections.reverse(found);
        found.sort(Page.order(query, ORDERS));
        return found;
    }

    private static Predicate<StoredVideo> filter(Fields query) {
        return query.stream()
                .map(field -> filter(field.getName(), field.getValues()))
                .reduce(video -> true, Predicate::and);
    }

    private static Predicate<StoredVideo> filter(String name, List<String> values) {
        Matcher metadata = METADATA.matcher(name);
        return metadata.matches()
                ? video -> hasMetadata(video, metadata.group(1), values.get(0))
                : FILTERS.getOrDefault(name, none -> video -> true).of(values);
    }

    private static boolean contains(StoredVideo video, String attribute, String term) {
        return video.attributes().get(attribute) instanceof String text && text.contains(term);
    }

    private static boolean containsAll(StoredVideo video, String attribute, List<String> values) {
        return video.attributes().get(attribute) instanceof List<?> list && list.containsAll(values);
    }

    private static boolean hasMetadata(StoredVideo video, String key, String value) {
        return video.attributes().get("metadata") instanceof List<?> entries
                && entries.stream()
                        .anyMatch(entry -> entry instanceof Map<?, ?> pair
                                && key.equals(pair.get("key"))
                                && value.equals(pair.get("value")));
    }
}
