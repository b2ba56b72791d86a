// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.FakeAnswer;
import io.github.camelapivideo.internal.call.FreshContainers;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.Fingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ResumeSearchTest {

    private static final long SIZE = PartPlan.MIN_PART_SIZE;

    /** Asks a service that has containers without any part, and lists them in this order. */
    private static ApiCalls calls(List<Video> containers) {
        Transport transport = (request, credential, cancellation) -> new FakeAnswer(
                200,
                switch (request.path()) {
                    case "/videos" -> json(Map.of("data", containers));
                    case "/discarded/videos" -> "{\"data\": []}";
                    default -> "{\"ingest\": {\"status\": \"uploading\"}}";
                });
        return new ApiCalls(
                new AccountGateway("production", transport, RequestGate.FREE, Credentials.NONE),
                new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, () -> 0),
                new FreshContainers(System::nanoTime),
                new Workers(new Lanes(Runnable::run, 1), Runnable::run, null, System::nanoTime));
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
                        Map.of("key", "camel-apivideo-key", "value", "k"),
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
                            new UploadTarget.Resumable(VideoCreation.titled("x"), "k", false),
                            0,
                            UploadLabel.UNKNOWN,
                            new Fingerprint("ab", null),
                            sizes -> new PartPlan(sizes, Part.UNKNOWN))
                    .search(calls(containers), new Cancellation())
                    .get(10, TimeUnit.SECONDS);
            assertThat(found).isInstanceOfSatisfying(PriorUpload.Partial.class, partial -> assertThat(
                            partial.video().videoId())
                    .isEqualTo("vi2"));
        }
    }
}
