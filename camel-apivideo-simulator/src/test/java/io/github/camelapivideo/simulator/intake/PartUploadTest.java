// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartUploadTest {

    private static final String BY_PART = "video-content-range-by-part-";
    private static final byte[] PART = TestBytes.some(SMALLEST);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("parts");

    private Client.Answer send(String range) {
        return client.part(videoId, range, PART);
    }

    private void accept(String... ranges) {
        for (String range : ranges) {
            assertThat(send(range).status()).as(range).isEqualTo(201);
        }
    }

    private ReceivedVideo received() {
        return simulator.video(videoId).orElseThrow();
    }

    private JsonNode ingest() {
        return client.get("/videos/" + videoId + "/status").body().path("ingest");
    }

    @Test
    void assemblesPartsByNumberNotByArrival() {
        byte[] video = TestBytes.some(2 * SMALLEST + 17);
        for (int part : new int[] {3, 1, 2}) {
            Client.Answer accepted = client.part(videoId, "part " + part + "/3", TestBytes.part(video, part));
            assertThat(accepted.status()).isEqualTo(201);
            assertThat(accepted.text("videoId")).isEqualTo(videoId);
        }

        assertThat(received().complete()).isTrue();
        assertThat(received().size()).isEqualTo(video.length);
        assertThat(received().sha256()).isEqualTo(TestBytes.sha256(video));
        assertThat(received().file()).hasBinaryContent(video);
        assertThat(received().file().getParent().toFile().list()).containsExactly("source.mp4");
        assertThat(received().arrivalOrder()).containsExactly(3, 1, 2);
        assertThat(received().parts()).containsExactly(1, 2, 3);
        assertThat(received().totalParts()).isEqualTo(3);
    }

    @Test
    void takesPartsAtTheSameTime() {
        byte[] video = TestBytes.some(7 * SMALLEST + 1);
        List<CompletableFuture<Client.Answer>> answers = IntStream.rangeClosed(1, 8)
                .mapToObj(part -> client.partAsync(videoId, "part " + part + "/8", TestBytes.part(video, part)))
                .toList();

        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(201);
        assertThat(received().sha256()).isEqualTo(TestBytes.sha256(video));
        assertThat(simulator.maxConcurrentUploads()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1/1", "5242880, 1/1", "5242881, 2/2", "10485760, 2/2"})
    void completesTheVideoWhenTheLastPartStatesTheTotal(int length, String last) {
        byte[] video = TestBytes.some(length);
        if (last.equals("2/2")) {
            client.part(videoId, "part 1/*", TestBytes.part(video, 1));
            assertThat(received().complete()).isFalse();
        }

        client.part(videoId, "part " + last, TestBytes.part(video, last.charAt(0) - '0'));

        assertThat(received().sha256()).isEqualTo(TestBytes.sha256(video));
    }

    @Test
    void completesTheVideoWhenTheTotalWasStatedBeforeTheLastPart() {
        accept("part 3/3", "part 2/*");
        assertThat(received().complete()).isFalse();
        accept("part 1/*");
        assertThat(received().complete()).isTrue();
    }

    @Test
    void takesASmallLastPartThatIsKnownToBeLast() {
        accept("part 1/2");

        assertThat(client.part(videoId, "part 2/*", TestBytes.some(1)).status()).isEqualTo(201);
        assertThat(received().complete()).isTrue();
    }

    @Test
    void showsWhatHasArrivedInTheStatus() {
        assertThat(ingest().isNull()).isTrue();
        accept("part 3/*", "part 1/*");

        assertThat(ingest().path("status").asText()).isEqualTo("uploading");
        assertThat(ingest().path("receivedParts").path("parts").toString()).isEqualTo("[1,3]");
        assertThat(ingest().path("receivedParts").path("total").isNull()).isTrue();
        assertThat(ingest().path("filesize").isNull()).isTrue();
        assertThat(ingest().path("receivedBytes").isArray()).isTrue();

        accept("part 4/4", "part 2/4");
        assertThat(ingest().path("receivedParts").path("total").asInt()).isEqualTo(4);
        assertThat(ingest().path("filesize").asLong()).isEqualTo(4L * SMALLEST);
        assertThat(ingest().path("status").asText()).isEqualTo("uploaded");
    }

    @Test
    void refusesAPartThatWasAlreadySent() {
        accept("part 1/3");
        assertProblem(send("part 1/3"), 400, BY_PART + "part-already-sent", "Content-Range");
        assertProblem(send("part 1/*"), 400, BY_PART + "part-already-sent");
        assertThat(received().arrivalOrder()).containsExactly(1);
    }

    @Test
    void acceptsOneOfTwoEqualParts() {
        List<Client.Answer> answers = IntStream.range(0, 6)
                .mapToObj(i -> client.partAsync(videoId, "part 1/2", TestBytes.some(SMALLEST)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 400)
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer.slug()).isEqualTo(BY_PART + "part-already-sent"));
    }

    @Test
    void refusesAnotherTotal() {
        accept("part 1/3");
        assertProblem(send("part 2/4"), 400, BY_PART + "different-total-parts", "Content-Range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"part 1/2", "part 2/3", "part 3/3"})
    void refusesATotalThatIsNotAboveAPartAlreadySentWithoutOne(String range) {
        accept("part 3/*");
        assertProblem(send(range), 400, BY_PART + "total-parts-too-low", "Content-Range");
    }

    @Test
    void refusesAPartAboveTheTotal() {
        accept("part 1/2");
        assertProblem(send("part 3/*"), 400, BY_PART + "part-too-high-total", "Content-Range");
        assertProblem(send("part 3/2"), 400, BY_PART + "part-too-high-total", "Content-Range");
    }

    @Test
    void acceptsTenThousandPartsAndNoMore() {
        assertProblem(send("part 10001/*"), 400, BY_PART + "part-too-high-allowed", "Content-Range");
        assertProblem(send("part 1/10001"), 400, BY_PART + "total-parts-too-high", "Content-Range");
        accept("part 10000/10000");
    }

    @Test
    void refusesPartZero() {
        assertProblem(send("part 0/3"), 400, BY_PART + "part-zero", "Content-Range");
        assertProblem(send("part 1/0"), 400, BY_PART + "total-parts-zero", "Content-Range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"part 1/2", "part 1/*"})
    void refusesASmallPartThatIsNotKnownToBeLast(String range) {
        assertProblem(
                client.part(videoId, range, TestBytes.some(SMALLEST - 1)),
                400,
                BY_PART + "uploaded-file-too-small",
                "file");
        assertThat(received().parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part",
                "part 1",
                "part 1/",
                "part -1/2",
                "part 1/2/3",
                "Part 1/2",
                "part 1 / 2",
                "part */2",
                "1/2",
                "parts 1/2",
                "bytes 0/1",
                "bytes 0-/10",
                "part 9999999999999999999/*"
            })
    void refusesARangeThatDoesNotParse(String range) {
        assertProblem(send(range), 400, "video-content-range-malformed", "Content-Range");
    }

    @Test
    void refusesBytesAfterAPart() {
        accept("part 1/*");
        assertProblem(send("bytes 0-5242879/5242881"), 400, "video-content-range-started-with-part", "Content-Range");
    }

    @Test
    void refusesARegularUploadAfterAPart() {
        accept("part 1/*");
        assertProblem(client.whole(videoId, PART), 400, "video-content-range-already-initiated", "file");
    }

    @Test
    void refusesAnythingAfterTheLastPart() {
        accept("part 1/1");
        assertProblem(send("part 1/1"), 400, "video-source-already-uploaded", "file");
        assertProblem(send("part 2/*"), 400, "video-source-already-uploaded", "file");
        assertProblem(client.whole(videoId, PART), 400, "video-source-already-uploaded", "file");
    }

    @Test
    void refusesPartsForADeletedVideo() {
        client.delete("/videos/" + videoId);
        assertProblem(send("part 1/1"), 404, "resource-not-found", "videoId");
    }
}
