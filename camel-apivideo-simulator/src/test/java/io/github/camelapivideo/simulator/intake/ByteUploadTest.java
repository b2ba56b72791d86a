// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteUploadTest {

    private static final byte[] FIRST = TestBytes.some(SMALLEST);
    private static final int TOTAL = 2 * SMALLEST + 5;

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("bytes");

    private Client.Answer send(byte[] video, int from, int to) {
        return client.part(
                videoId, "bytes " + from + "-" + (to - 1) + "/" + video.length, TestBytes.range(video, from, to));
    }

    @Test
    void assemblesRangesByPosition() {
        byte[] video = TestBytes.some(TOTAL);

        assertThat(send(video, 2 * SMALLEST, TOTAL).status()).isEqualTo(201);
        assertThat(send(video, 0, SMALLEST).status()).isEqualTo(201);
        assertThat(simulator.video(videoId).orElseThrow().complete()).isFalse();
        assertThat(send(video, SMALLEST, 2 * SMALLEST).status()).isEqualTo(201);

        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(video));
    }

    @Test
    void acceptsATotalThatIsStatedLater() {
        byte[] video = TestBytes.some(SMALLEST + 1);
        client.part(videoId, "bytes 0-5242879/*", TestBytes.range(video, 0, SMALLEST));
        client.part(videoId, "bytes 5242880-5242880/5242881", TestBytes.range(video, SMALLEST, video.length));

        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(video));
    }

    @Test
    void showsWhatHasArrivedInTheStatus() {
        client.part(videoId, "bytes 0-5242879/10485765", FIRST);

        assertThat(client.get("/videos/" + videoId + "/status")
                        .body()
                        .path("ingest")
                        .toString())
                .isEqualTo("{\"status\":\"uploading\",\"filesize\":null,"
                        + "\"receivedBytes\":[{\"from\":0,\"to\":5242879,\"total\":10485765}],"
                        + "\"receivedParts\":{\"parts\":[],\"total\":null}}");
    }

    @Test
    void refusesPartsAfterBytes() {
        client.part(videoId, "bytes 0-5242879/10485765", FIRST);

        assertProblem(
                client.part(videoId, "part 2/2", FIRST),
                400,
                "video-content-range-started-with-bytes",
                "Content-Range");
        assertProblem(client.whole(videoId, FIRST), 400, "video-content-range-already-initiated", "file");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes 0-5242879/0, total-bytes-zero",
        "bytes 0-5242879/52428800001, total-bytes-too-high",
        "bytes 52428800000-52434042879/*, to-byte-too-high-allowed",
        "bytes 5242880-0/10485765, from-byte-too-high",
        "bytes 5242880-10485759/10485760, different-total-bytes",
        "bytes 10485766-15728645/10485765, to-byte-too-high-total",
        "bytes 5242880-10485758/10485765, range-mismatch",
        "bytes 5242879-10485758/10485765, range-overlap",
    })
    void refusesARangeThatDoesNotFit(String range, String slug) {
        client.part(videoId, "bytes 0-5242879/10485765", FIRST);

        assertProblem(client.part(videoId, range, FIRST), 400, "video-content-range-by-bytes-" + slug, "Content-Range");
        assertThat(simulator.video(videoId).orElseThrow().size()).isEqualTo(SMALLEST);
    }

    @Test
    void refusesATotalBelowBytesAlreadySent() {
        client.part(videoId, "bytes 5242880-10485759/*", FIRST);

        assertProblem(
                client.part(videoId, "bytes 0-5242879/10485759", FIRST),
                400,
                "video-content-range-by-bytes-total-bytes-too-low");
    }

    @Test
    void refusesASmallRangeThatIsNotKnownToBeTheLast() {
        String slug = "video-content-range-by-bytes-range-too-small";
        assertProblem(client.part(videoId, "bytes 0-9/100", TestBytes.some(10)), 400, slug);
        assertProblem(client.part(videoId, "bytes 0-9/*", TestBytes.some(10)), 400, slug);
    }
}
