// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import static io.github.camelapivideo.simulator.Bytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRequestTest {

    private static final String END = "\r\n--b--\r\n";

    @TempDir
    private Path directory;

    private ApiVideoSimulator simulator;
    private Client client;
    private String videoId;

    @BeforeEach
    void start() throws IOException {
        simulator = ApiVideoSimulator.builder().directory(directory).start();
        client = Client.of(simulator);
        videoId = client.create("broken");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void awaitNoTrace() throws IOException {
        await().until(() -> simulator.requests(RequestKind.SOURCE).size() == 1);
        assertThat(simulator.requests(RequestKind.SOURCE).get(0).status()).isZero();
        assertThat(simulator.video(videoId).orElseThrow().parts()).isEmpty();
        try (Stream<Path> incoming = Files.list(directory.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
        assertThat(client.part(videoId, "part 1/1", Bytes.some(10)).status()).isEqualTo(201);
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
    void takesABodyThatTricklesIn() throws IOException {
        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 3 + END.length())) {
            for (int i = 0; i < 3; i++) {
                raw.send(1);
            }
            raw.send(END);
            assertThat(raw.readLine()).isEqualTo("HTTP/1.1 201 Created");
        }
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(Bytes.sha256(new byte[3]));
    }
}
