// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that change how an answer is sent. */
class AnswerFaultsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("answers");
    private final String path = "/videos/" + videoId;

    private void next(RequestKind kind, Fault fault) {
        simulator.faults().on(kind).times(1).then(fault);
    }

    private static int length(List<String> head) {
        return head.stream()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private String usual() {
        return new String(client.get(path).http().body(), StandardCharsets.UTF_8);
    }

    @Test
    void tricklesTheBodyAfterItsHead() throws IOException {
        String usual = usual();
        next(RequestKind.GET, Fault.trickleAnswer(Duration.ofSeconds(5)));

        try (RawRequest raw = RawRequest.get(simulator, path)) {
            assertThat(length(raw.readHead())).isEqualTo(usual.length());
            raw.waitAtMost(Duration.ofMillis(100));
            assertThatThrownBy(raw::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void tricklesTheWholeBody() throws IOException {
        String usual = usual();
        next(RequestKind.GET, Fault.trickleAnswer(Duration.ofNanos(200_000)));
        long start = System.nanoTime();

        assertThat(usual()).isEqualTo(usual);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofNanos(200_000L * usual.length()));
    }

    @Test
    void tricklesAnAnswerWithoutABody() {
        next(RequestKind.DELETE, Fault.trickleAnswer(Duration.ofHours(1)));

        assertThat(client.delete(path).status()).isEqualTo(204);
    }

    @Test
    void tricklesAVideo() {
        client.whole(videoId, TestBytes.some(300));
        next(RequestKind.DELIVERY, Fault.trickleAnswer(Duration.ofNanos(1000)));

        assertThat(client.get("/vod/" + videoId + "/mp4/source.mp4").http().body())
                .hasSize(300);
    }

    @Test
    void sendsHalfOfAnAnswer() throws IOException {
        String usual = usual();
        next(RequestKind.GET, Fault.truncateAnswer());

        try (RawRequest raw = RawRequest.get(simulator, path)) {
            assertThat(length(raw.readHead())).isEqualTo(usual.length());
            assertThat(new String(raw.readToTheEnd(), StandardCharsets.UTF_8))
                    .isEqualTo(usual.substring(0, usual.length() / 2));
        }
        assertThat(usual()).isEqualTo(usual);
    }

    @Test
    void storesAPartWhoseAnswerBreaksOff() {
        next(RequestKind.SOURCE, Fault.truncateAnswer());

        assertThatThrownBy(() -> client.whole(videoId, TestBytes.some(10))).isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.video(videoId).orElseThrow().complete()).isTrue();
        assertThat(simulator.requests(RequestKind.SOURCE).get(0).status()).isEqualTo(201);
    }

    @Test
    void sendsHalfOfAVideo() throws IOException {
        client.whole(videoId, TestBytes.some(100_001));
        next(RequestKind.DELIVERY, Fault.truncateAnswer());

        try (RawRequest raw = RawRequest.get(simulator, "/vod/" + videoId + "/mp4/source.mp4")) {
            assertThat(length(raw.readHead())).isEqualTo(100_001);
            assertThat(raw.readToTheEnd()).hasSize(50_000);
        }
    }

    @Test
    void closesTheConnectionInPlaceOfAnAnswerWithoutABody() throws IOException {
        next(RequestKind.GET, Fault.emptyBody(204));
        next(RequestKind.DELETE, Fault.truncateAnswer());

        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).status()).isEqualTo(204);
    }

    @Test
    void sendsAnOversizedAnswer() throws IOException {
        next(RequestKind.CREATE, Fault.oversizedAnswer(10_000_001));

        Client.Answer answer = client.post("/videos", "{\"title\":\"t\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.http().body()).hasSize(10_000_001);
        assertThat(answer.text("title")).hasSize(10_000_001 - "{\"title\":\"\"}".length());
        assertThat(simulator.videos()).hasSize(2);
    }

    @Test
    void cutsAnOversizedAnswerOfFewBytes() {
        next(RequestKind.DELETE, Fault.oversizedAnswer(5));

        Client.Answer answer = client.delete(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().body()).asString().isEqualTo("{\"tit");
        assertThat(answer.body()).isEqualTo(Client.JSON.nullNode());
    }

    @Test
    void declaresAnOversizedAnswerWithoutHoldingIt() throws IOException {
        next(RequestKind.GET, Fault.oversizedAnswer(1L << 40));

        try (RawRequest raw = RawRequest.get(simulator, path)) {
            assertThat(raw.readHead()).contains("HTTP/1.1 200 OK", "Content-Length: 1099511627776");
            assertThat(raw.read()).isEqualTo('{');
        }
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionAfterAnAnswerWithoutNotice() throws IOException {
        String usual = usual();
        next(RequestKind.GET, Fault.closeAfterAnswer());

        try (RawRequest raw = RawRequest.get(simulator, path)) {
            assertThat(raw.readHead()).noneMatch(line -> line.startsWith("Connection"));
            assertThat(new String(raw.readToTheEnd(), StandardCharsets.UTF_8)).isEqualTo(usual);
        }
    }

    @Test
    void closesTheConnectionAfterAnUpload() {
        next(RequestKind.SOURCE, Fault.closeAfterAnswer());

        assertThat(client.whole(videoId, TestBytes.some(1_000_000)).status()).isEqualTo(201);
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void resetsAConnectionThatIsUsedAgain() throws IOException {
        next(RequestKind.GET, Fault.resetOnReuse());

        try (RawRequest raw = RawRequest.get(simulator, path)) {
            List<String> head = raw.readHead();
            assertThat(head).noneMatch(line -> line.startsWith("Connection"));
            for (int i = length(head); i > 0; i--) {
                raw.read();
            }
            raw.getAgain(simulator, path);
            assertThatThrownBy(raw::read).isInstanceOf(SocketException.class);
        }
        assertThat(simulator.requests(RequestKind.GET)).hasSize(1);
    }

    @Test
    void failsAClientThatUsesItsConnectionAgain() {
        next(RequestKind.CREATE, Fault.resetOnReuse());

        assertThat(client.create("t")).isNotBlank();
        assertThatThrownBy(() -> client.create("u")).isInstanceOf(UncheckedIOException.class);
        assertThat(client.create("v")).isNotBlank();

        assertThat(simulator.requests(RequestKind.CREATE)).hasSize(3);
    }

    @Test
    void answersAPageForAPartThatIsStored() {
        next(RequestKind.SOURCE, Fault.htmlAfterProcessing(201));

        Client.Answer page = client.whole(videoId, TestBytes.some(10));

        assertThat(page.status()).isEqualTo(201);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).isInstanceOf(JsonNode.class).isEqualTo(Client.JSON.nullNode());
        assertThat(simulator.video(videoId).orElseThrow().complete()).isTrue();
    }
}
