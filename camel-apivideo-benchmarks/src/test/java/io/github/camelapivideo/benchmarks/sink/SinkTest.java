// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sink's promises to the clients that are measured. */
class SinkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void completesAVideoWhoseLastPartArrivesFirst() throws Exception {
        try (Sink sink = new Sink(null, Shape.NONE, 1)) {
            String videoId = JSON.readTree(send(sink, "POST", "/videos", "{\"title\":\"video.mp4\"}", null))
                    .get("videoId")
                    .asText();
            send(sink, "POST", "/videos/" + videoId + "/source", "last", "part 3/3");
            send(sink, "POST", "/videos/" + videoId + "/source", "first", "part 1/*");

            JsonNode before = status(sink, videoId);
            assertThat(before.get("status").asText()).isEqualTo("uploading");
            assertThat(before.at("/receivedParts/parts").toString()).isEqualTo("[1,3]");
            assertThat(before.at("/receivedParts/total").asInt()).isEqualTo(3);

            send(sink, "POST", "/videos/" + videoId + "/source", "second", "part 2/*");
            assertThat(status(sink, videoId).get("status").asText()).isEqualTo("uploaded");
        }
    }

    @Test
    void breaksTheSameRequestsOfEveryClient() throws Exception {
        try (Sink sink = new Sink(null, Shape.NONE.breaking(10), 1)) {
            List<Integer> first = brokenOf(sink);
            assertThat(first).hasSizeBetween(1, 20);
            assertThat(brokenOf(sink)).isEqualTo(first);
            assertThat(sink.takeLog().stream().filter(Served::isBroken)).hasSize(2 * first.size());
        }
        try (Sink other = new Sink(null, Shape.NONE.breaking(10), 2)) {
            List<Integer> ofAnotherSeed = brokenOf(other);
            try (Sink sink = new Sink(null, Shape.NONE.breaking(10), 1)) {
                assertThat(brokenOf(sink)).isNotEqualTo(ofAnotherSeed);
            }
        }
    }

    @Test
    void breaksTheSameRequestsOfAnUploadHoweverManyTheOneBeforeHad() throws Exception {
        try (Sink sink = new Sink(null, Shape.NONE.breaking(10), 1)) {
            List<Integer> afterFew = brokenOfTheSecond(sink, 3);
            assertThat(afterFew).hasSizeBetween(1, 20);
            assertThat(brokenOfTheSecond(sink, 30)).isEqualTo(afterFew);
        }
    }

    private List<Integer> brokenOfTheSecond(Sink sink, int partsOfTheFirst) throws Exception {
        send(sink, "POST", "/auth/api-key", "{}", null);
        send(sink, "POST", "/videos", "{}", null);
        brokenOf(sink, partsOfTheFirst);
        send(sink, "POST", "/videos", "{}", null);
        return brokenOf(sink, 40);
    }

    private List<Integer> brokenOf(Sink sink) throws Exception {
        send(sink, "POST", "/auth/api-key", "{}", null);
        return brokenOf(sink, 40);
    }

    private List<Integer> brokenOf(Sink sink, int parts) throws Exception {
        List<Integer> broken = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            try {
                send(sink, "POST", "/videos/vi1/source", "x".repeat(1000), "part " + part + "/*");
            } catch (IOException e) {
                broken.add(part);
            }
        }
        return broken;
    }

    @Test
    void carriesOnASharedLineOnlySoMuchForAll() {
        Shape.Line line = Shape.shared(1000, 0).line();
        line.begin(0);
        assertThat(line.pass(0, 500)).isEqualTo(500_000_000);
        // Another connection waits for the first one's bytes too.
        line.begin(0);
        assertThat(line.pass(0, 500)).isEqualTo(1_000_000_000);
    }

    @Test
    void speaksTheS3OfAnUploadInParts() throws Exception {
        try (Sink sink = new Sink(null, Shape.NONE, 1)) {
            assertThat(send(sink, "POST", "/bucket/video.mp4?uploads", "", null))
                    .contains("<UploadId>upload1</UploadId>");
            assertThat(send(sink, "PUT", "/bucket/video.mp4?partNumber=1&uploadId=upload1", "part", null))
                    .isEmpty();
            assertThat(send(sink, "POST", "/bucket/video.mp4?uploadId=upload1", "<CompleteMultipartUpload/>", null))
                    .contains("CompleteMultipartUploadResult");
            assertThat(sink.takeLog().stream().filter(Served::isSource)).hasSize(1);
        }
    }

    private JsonNode status(Sink sink, String videoId) throws Exception {
        return JSON.readTree(send(sink, "GET", "/videos/" + videoId + "/status", "", null))
                .get("ingest");
    }

    private String send(Sink sink, String method, String path, String body, String range) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + sink.port() + path))
                .method(method, BodyPublishers.ofString(body));
        if (range != null) {
            request.header("Content-Range", range);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
