// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenRequestTest {

    private static final String END = "\r\n--b--\r\n";

    @RegisterExtension
    private final SimulatorFixture fixture;

    private final Path directory;
    private final ApiVideoSimulator simulator;
    private final Client client;
    private final String videoId;

    BrokenRequestTest(@TempDir Path directory) {
        this.directory = directory;
        fixture = SimulatorFixture.start(settings -> settings.directory(directory));
        simulator = fixture.simulator();
        client = fixture.client();
        videoId = client.create("broken");
    }

    private void awaitNoTrace() throws IOException {
        await().until(() -> simulator.requests(RequestKind.SOURCE).size() == 1);
        assertThat(simulator.requests(RequestKind.SOURCE).get(0).status()).isZero();
        assertThat(simulator.video(videoId).orElseThrow().parts()).isEmpty();
        try (Stream<Path> incoming = Files.list(directory.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
        assertThat(client.part(videoId, "part 1/1", TestBytes.some(10)).status())
                .isEqualTo(201);
    }

    @Test
    void leavesNoTraceOfABodyThatEndsTooSoon() throws IOException {
        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", SMALLEST)) {
            raw.send(SMALLEST / 2);
        }
        awaitNoTrace();
    }

    @Test
    void leavesNoTraceOfABodyThatIsReset() throws IOException {
        RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", SMALLEST);
        raw.send(SMALLEST / 2);
        raw.reset();
        awaitNoTrace();
    }

    @Test
    void leavesNoTraceOfABodyThatLacksBytesAfterItsForm() throws IOException {
        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 100 + END.length() + 5)) {
            raw.send(100);
            raw.send(END);
        }
        awaitNoTrace();
    }

    @Test
    void leavesNoTraceOfChunksThatLackTheLast() throws IOException {
        try (RawRequest raw = RawRequest.chunked(simulator, videoId, "part 1/1")) {
            raw.chunk("bytes");
            raw.chunk(END);
        }
        awaitNoTrace();
    }

    @Test
    void acceptsAChunkedBody() throws IOException {
        try (RawRequest raw = RawRequest.chunked(simulator, videoId, "part 1/1")) {
            raw.chunk("by");
            raw.chunk("tes" + END);
            raw.chunk("");
            assertThat(raw.readLine()).isEqualTo("HTTP/1.1 201 Created");
        }
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256("bytes".getBytes()));
    }

    @Test
    void acceptsABodyThatArrivesByteByByte() throws IOException {
        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 3 + END.length())) {
            for (int i = 0; i < 3; i++) {
                raw.send(1);
            }
            raw.send(END);
            assertThat(raw.readLine()).isEqualTo("HTTP/1.1 201 Created");
        }
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(new byte[3]));
    }

    @Test
    void answersAProblemWhenTheSimulatorItselfFails() throws IOException {
        Files.delete(directory.resolve(videoId));

        Client.Answer failed = client.part(videoId, "part 1/1", TestBytes.some(10));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.header("Content-Type")).isEqualTo("application/json");
        assertThat(failed.header("X-RateLimit-Limit")).isEqualTo("100");
        assertThat(failed.text("type")).isEqualTo("about:blank");
        assertThat(failed.text("title")).isEqualTo("Internal Server Error");
        assertThat(failed.body().path("status").asInt()).isEqualTo(500);
        assertThat(simulator.requests(RequestKind.SOURCE))
                .extracting(RecordedRequest::status)
                .containsExactly(500);
        assertThat(simulator.video(videoId).orElseThrow().parts()).isEmpty();
        try (Stream<Path> incoming = Files.list(directory.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/videos/%2e%2e/x, unrecognized-request-url",
        "/videos//x, unrecognized-request-url",
        "/videos;a=b/x, resource-not-found",
        "/videos/a%2Fb, resource-not-found"
    })
    void answersAndRecordsEveryUrl(String path, String slug) {
        Client.Answer answer = client.get(path);

        assertProblem(answer, 404, slug);
        assertThat(simulator.requests().get(1).problemSlug()).isEqualTo(slug);
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("500");
    }

    @Test
    void refusesAQueryThatCannotBeDecoded() throws IOException {
        try (RawRequest raw = RawRequest.get(simulator, "/videos?title=%zz")) {
            assertThat(raw.readLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        }
        assertThat(simulator.requests(RequestKind.LIST))
                .extracting(RecordedRequest::problemSlug)
                .containsExactly("invalid-query-parameter");
    }
}
