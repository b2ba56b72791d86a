// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoPage;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.Retrier;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.Fingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ResumeSearchTest {

    private static final long SIZE = PartPlan.MIN_PART_SIZE;

    /** A service that has containers without any part, and tells of them in any order. */
    private record Service(List<Video> containers) implements VideoApi {

        @Override
        public VideoPage find(Metadata entry, int page) {
            return new VideoPage(containers, true);
        }

        @Override
        public VideoPage findDiscarded(Metadata entry, int page) {
            return new VideoPage(List.of(), true);
        }

        @Override
        public VideoStatus status(String videoId) {
            return read("{\"ingest\": {\"status\": \"uploading\"}}", VideoStatus.class);
        }

        @Override
        public Video create(VideoCreation creation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Video get(String videoId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String videoId) {
            throw new UnsupportedOperationException();
        }
    }

    private static VideoCalls calls(VideoApi videos) {
        RetryPolicy once = new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, () -> 0);
        return new VideoCalls(
                new AccountGateway(Optional.of(cancellation -> videos), null, RequestGate.FREE),
                new Retrier(Runnable::run, null, once));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return new ObjectMapper().readValue(json, type);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Video container(String videoId, String createdAt) {
        Map<String, Object> json = Map.of(
                "videoId",
                videoId,
                "createdAt",
                createdAt,
                "metadata",
                List.of(
                        Map.of("key", "camel-apivideo-part-size", "value", String.valueOf(SIZE)),
                        Map.of("key", "camel-apivideo-length", "value", "unknown"),
                        Map.of("key", "camel-apivideo-head", "value", "ab")));
        return new ObjectMapper().convertValue(json, Video.class);
    }

    @Test
    void everybodyWhoLooksGoesOnWithTheSameContainerInWhateverOrderTheServiceTellsOfThem() throws Exception {
        List<Video> containers = new ArrayList<>(List.of(
                container("vi3", "2026-01-01T00:00:01+00:00"),
                container("vi1", "2026-01-01T00:00:02+00:00"),
                container("vi2", "2026-01-01T00:00:01+00:00")));
        for (int turn = 0; turn < containers.size(); turn++) {
            Collections.rotate(containers, 1);
            PriorUpload found = new ResumeSearch(
                            new UploadTarget.Resumable(
                                    VideoCreation.builder().title("x").build(), "k", false),
                            0,
                            UploadLabel.UNKNOWN,
                            new Fingerprint("ab", null),
                            sizes -> new PartPlan(sizes, Part.UNKNOWN))
                    .search("Searching", calls(new Service(containers)), new Cancellation())
                    .get(10, TimeUnit.SECONDS);
            assertThat(found).isInstanceOfSatisfying(PriorUpload.Partial.class, partial -> assertThat(
                            partial.video().videoId())
                    .isEqualTo("vi2"));
        }
    }
}
