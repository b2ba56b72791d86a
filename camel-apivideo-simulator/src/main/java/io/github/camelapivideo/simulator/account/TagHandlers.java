// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tags of all videos, with the number of videos that have each. */
public final class TagHandlers {

    private record Tag(String value, long videoCount) {}

    private static final Listing<Tag> LIST = Listing.<Tag>create()
            .filter("value", part -> tag -> plain(tag.value()).contains(plain(part)))
            .order("value", "asc", Comparator.comparing(Tag::value))
            .order("videoCount", "asc", Comparator.comparing(Tag::videoCount));

    private final VideoStore videos;

    TagHandlers(VideoStore videos) {
        this.videos = videos;
    }

    public Answer list(Call call) {
        return LIST.answer(tags(), Function.identity(), call);
    }

    private List<Tag> tags() {
        Map<String, Long> counts = videos.all().stream()
                .flatMap(TagHandlers::tagsOf)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new Tag(count.getKey(), count.getValue()))
                .toList();
    }

    // A video counts once for a tag that it has twice.
    private static Stream<String> tagsOf(StoredVideo video) {
        return video.attributes().get("tags") instanceof List<?> tags
                ? tags.stream().map(String.class::cast).distinct()
                : Stream.empty();
    }

    /** A text without accents, in small letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
