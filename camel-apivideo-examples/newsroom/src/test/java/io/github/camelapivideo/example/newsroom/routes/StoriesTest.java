// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.Video;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private final Stories stories = new Stories(Clock.systemUTC());

    private static Video video(String id) throws Exception {
        return new ObjectMapper()
                .readValue(
                        "{\"videoId\": \"" + id + "\", \"metadata\": [{\"key\": \"slug\", \"value\": \"moon\"}]}",
                        Video.class);
    }

    @Test
    void aListThatWasReadBeforeTheRetractionDoesNotBringTheStoryBack() throws Exception {
        stories.published(video("vi1"));
        stories.retracted("vi1");

        stories.published(video("vi1"));

        assertThat(stories.list()).isEqualTo("[]");
    }

    @Test
    void aRetractedStoryCanBePublishedAgainAsAnotherVideo() throws Exception {
        stories.published(video("vi1"));
        stories.retracted("vi1");

        stories.published(video("vi2"));

        assertThat(stories.list()).contains("vi2");
    }
}
