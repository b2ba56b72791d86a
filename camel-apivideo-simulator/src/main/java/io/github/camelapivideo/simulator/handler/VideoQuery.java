// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.store.StoredVideo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.Fields;

/** The filters and orders of a list of videos. */
final class VideoQuery {

    private static final Pattern METADATA = Pattern.compile("metadata\\[(.+)]");

    static final Listing<StoredVideo> LIST = Listing.<StoredVideo>create()
            .filter("title", term -> video -> contains(video, "title", term))
            .filter("description", term -> video -> contains(video, "description", term))
            .filter(
                    "liveStreamId",
                    id -> video -> video.liveStreamId().filter(id::equals).isPresent())
            .filter(VideoQuery::tags)
            .filter(VideoQuery::metadata)
            .order("createdAt", "desc", Comparator.comparing(StoredVideo::createdAt))
            .order("publishedAt", "desc", Comparator.comparing(StoredVideo::createdAt))
            .order("updatedAt", "desc", Comparator.comparing(StoredVideo::updatedAt))
            .order("title", "desc", Comparator.comparing(StoredVideo::title));

    private VideoQuery() {}

    private static boolean contains(StoredVideo video, String attribute, String term) {
        return video.attributes().get(attribute) instanceof String text && text.contains(term);
    }

    private static Optional<Predicate<StoredVideo>> tags(Fields.Field parameter) {
        List<String> wanted = parameter.getValues();
        return parameter.getName().equals("tags[]")
                ? Optional.of(
                        video -> video.attributes().get("tags") instanceof List<?> tags && tags.containsAll(wanted))
                : Optional.empty();
    }

    private static Optional<Predicate<StoredVideo>> metadata(Fields.Field parameter) {
        Matcher name = METADATA.matcher(parameter.getName());
        return name.matches()
                ? Optional.of(video -> hasMetadata(video, name.group(1), parameter.getValue()))
                : Optional.empty();
    }

    private static boolean hasMetadata(StoredVideo video, String key, String value) {
        return video.attributes().get("metadata") instanceof List<?> entries
                && entries.stream()
                        .anyMatch(entry -> entry instanceof Map<?, ?> pair
                                && key.equals(pair.get("key"))
                                && value.equals(pair.get("value")));
    }
}
