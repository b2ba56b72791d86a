// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that answer before the end of the body. */
class EarlyAnswerFaultsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("early");

    private RawRequest begin(Fault fault) throws IOException {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(fault);
        RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 10_000);
        raw.send(2000);
        return raw;
    }

    private void assertNothingWasProcessed(int status) {
        RecordedRequest refused = simulator.requests(RequestKind.SOURCE).get(0);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.bodyBytes()).isZero();
        assertThat(simulator.video(videoId).orElseThrow().parts()).isEmpty();
        assertThat(client.part(videoId, "part 1/1", TestBytes.some(SMALLEST)).status())
                .isEqualTo(201);
    }

    @Test
    void answersDuringTheBodyAndReadsTheRest() throws IOException {
        try (RawRequest raw = begin(Fault.answerEarly(413, 1000))) {
            assertThat(raw.readHead().get(0)).startsWith("HTTP/1.1 413");
            raw.send(8000);
            assertThat(raw.read()).isNegative();
        }
        assertNothingWasProcessed(413);
    }

    @Test
    void answersDuringTheBodyAndResetsTheConnection() throws IOException {
        try (RawRequest raw = begin(Fault.answerEarlyThenReset(429, 1000))) {
            assertThatThrownBy(() -> {
                        raw.readHead();
                        raw.read();
                    })
                    .isInstanceOf(SocketException.class);
        }
        assertNothingWasProcessed(429);
    }

    @Test
    void answersDuringTheBodyAndReadsNoMore() throws IOException {
        try (RawRequest raw = begin(Fault.answerEarlyThenStall(401, 1000))) {
            assertThat(raw.readHead().get(0)).startsWith("HTTP/1.1 401");
            raw.waitAtMost(Duration.ofMillis(100));
            assertThatThrownBy(raw::read).isInstanceOf(SocketTimeoutException.class);
        }
        assertNothingWasProcessed(401);
    }

    @Test
    void answersBeforeTheBody() throws IOException {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.answerEarly(413, 0));
        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 10_000)) {
            assertThat(raw.readHead().get(0)).startsWith("HTTP/1.1 413");
        }
        assertNothingWasProcessed(413);
    }
}
