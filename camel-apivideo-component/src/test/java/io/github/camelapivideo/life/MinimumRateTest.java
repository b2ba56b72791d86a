// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that only trickles is ended; one that is not read, because the service is slow, is not. */
@Timeout(60)
class MinimumRateTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    /** Delivers one byte after another, each long before any {@code sourceTimeout}, and has no end. */
    private static final class Trickle extends InputStream {
        private final CountDownLatch never = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() throws InterruptedIOException {
            try {
                return never.await(20, TimeUnit.MILLISECONDS) ? -1 : 0;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws InterruptedIOException {
            target[offset] = (byte) read();
            return 1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static void assertTooSlow(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageFindingMatch(
                        "The body has delivered only \\d+ bytes a second for \\d+ ms" + " \\(minimumRate: 10000\\)");
    }

    @Test
    void aBodyThatTricklesIsEndedAndNothingIsLeft() throws Exception {
        Trickle trickle = new Trickle();
        InputStream body = new SequenceInputStream(TestVideo.of(PART + 7).stream(), trickle);
        assertTooSlow(fixture.upload("partSize=5MiB&sourceTimeout=1000&minimumRate=10kB/s", body));
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(trickle.closed.await(20, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().untilAsserted(() -> assertThat(
                        ComponentState.buffers(fixture.context().getComponent("apivideo", ApiVideoComponent.class)))
                .contains(": 0 of "));
    }

    @Test
    void aBodyWithAPromisedLengthIsHeldToTheRateToo() {
        Exchange exchange = fixture.template()
                .request("apivideo:upload?sourceTimeout=1000&minimumRate=10kB/s", sent -> {
                    sent.getMessage().setHeader("Content-Length", PART);
                    sent.getMessage().setBody(new Trickle());
                });
        assertTooSlow(exchange);
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void theTimeInWhichNothingIsReadDoesNotCount() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.delay(Duration.ofSeconds(2)));
        TestVideo video = TestVideo.of(4 * PART + 3);
        fixture.assertArrived(
                fixture.upload("partSize=5MiB&parallelism=1&sourceTimeout=1000&minimumRate=10MB/s", video.stream()),
                video);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "fast", "1B/s"})
    void aRateThatIsNoneIsRefused(String rate) {
        assertThat(catchThrowable(() -> fixture.upload("minimumRate=" + rate, "x".getBytes())))
                .hasStackTraceContaining("minimumRate=" + rate + ": allowed is a number with B/s");
    }
}
