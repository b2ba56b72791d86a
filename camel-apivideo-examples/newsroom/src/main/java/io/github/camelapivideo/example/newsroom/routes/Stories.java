// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelapivideo.api.Video;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The stories that the page shows. The service keeps the published ones; this is a copy in memory. Thread-safe. */
public final class Stories {

    private final Clock clock;

    // Guarded by this
    private final Map<String, Headline> headlines = new TreeMap<>();
    private final Set<String> retracted = new HashSet<>();

    /** @param clock the clock that stories expire by */
    public Stories(Clock clock) {
        this.clock = clock;
    }

    /** Fails if the story is past its time. */
    void checkNotExpired(Story story) throws WrongStory {
        if (story.isExpired(clock.instant())) {
            throw new WrongStory("The story expired at " + story.expires() + ", before it was published");
        }
    }

    synchronized void taken(String slug, Story story) {
        // The published story stays until the new one takes its place.
        headlines.putIfAbsent(slug, Headline.inWork(slug, story));
    }

    synchronized Headline refused(String slug, String problem) {
        Headline headline = Headline.refused(slug, problem);
        headlines.merge(slug, headline, (old, refused) -> old.isPublished() ? old : refused);
        return headline;
    }

    /** Returns the headline of a public video. */
    synchronized Headline published(Video video) {
        Headline headline = Headline.published(video);
        // A list of videos may have been read before the retraction.
        if (!retracted.contains(video.videoId())) {
            headlines.put(headline.slug(), headline);
        }
        return headline;
    }

    synchronized void retracted(String videoId) {
        retracted.add(videoId);
        headlines.values().removeIf(headline -> videoId.equals(headline.videoId()));
    }

    /** Returns the slugs of the published stories that have expired. */
    synchronized List<String> due() {
        return headlines.values().stream()
                .filter(headline -> headline.isDue(clock.instant()))
                .map(Headline::slug)
                .toList();
    }

    /** Returns all headlines as a JSON array. */
    synchronized String list() throws JsonProcessingException {
        return Headline.toJson(headlines.values());
    }
}
