// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not move is not waited for. */
@Timeout(60)
class StallTest {

    private final CountDownLatch end = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        end.countDown();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {"TOKEN", "CREATE", "SOURCE"})
    void aRequestWithoutAnAnswerIsGivenUpAndMadeAgain(RequestKind kind) {
        fixture.simulator().faults().on(kind).times(1).then(Fault.hold(end));
        TestVideo video = TestVideo.of(2 * PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&answerTimeout=300&parallelism=1", video.bytes()), video);
    }

    @Test
    void theErrorOfARequestThatKeepsStallingNamesTheOption() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.hold(end));
        Exchange exchange = fixture.upload(
                "answerTimeout=100&maxRetries=2", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("no answer for 100 ms (answerTimeout)");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void aSlowBodyIsNoStallSoLongAsItMoves() {
        TestVideo video = TestVideo.of(PART);
        InputStream slow = new InputStream() {
            private final InputStream bytes = video.stream();

            @Override
            public int read() throws java.io.IOException {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws java.io.IOException {
                try {
                    // Ten in all, each shorter than the timeout, together longer.
                    end.await(60, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new java.io.InterruptedIOException();
                }
                return bytes.read(target, offset, Math.min(length, PART / 10));
            }
        };
        fixture.assertArrived(fixture.upload("sourceTimeout=400", slow), video);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatDeliversNothingFailsTheUpload(boolean interruptible) {
        InputStream blocks = new SequenceInputStream(TestVideo.of(2 * PART).stream(), new Blocking(interruptible));
        Exchange exchange = fixture.upload("partSize=5MiB&sourceTimeout=200", blocks);
        assertThat(exchange.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("The body has delivered nothing for 200 ms (sourceTimeout)");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).hasSizeLessThanOrEqualTo(1);
        end.countDown();
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        Awaitility.await().untilAsserted(() -> assertThat(ComponentState.buffers(component))
                .contains(": 0 of "));
    }

    @Test
    void aSocketThatDeliversNothingGivesItsLaneAndItsMemoryBack() throws Exception {
        try (SilentPeer peer = new SilentPeer()) {
            startWithOneLane();
            Exchange exchange = fixture.upload("sourceTimeout=200", peer.body());
            assertThat(exchange.getException()).hasMessageContaining("(sourceTimeout)");
            assertTheLaneIsFree();
        }
    }

    @Test
    void aPartFromASocketThatDeliversNothingGivesItsLaneAndItsMemoryBack() throws Exception {
        try (SilentPeer peer = new SilentPeer()) {
            startWithOneLane();
            InputStream body = peer.body();
            Exchange exchange = fixture.template()
                    .request(
                            "apivideo:uploadPart?sourceTimeout=200&videoId=vi1&partNumber=1",
                            asked -> asked.getMessage().setBody(body));
            assertThat(exchange.getException()).hasMessageContaining("(sourceTimeout)");
            assertTheLaneIsFree();
        }
    }

    private void startWithOneLane() {
        fixture.restart(simulator -> {}, context -> context.getExecutorServiceManager()
                .registerThreadPoolProfile(
                        new ThreadPoolProfileBuilder("apivideo").maxPoolSize(1).build()));
    }

    private void assertTheLaneIsFree() {
        TestVideo video = TestVideo.of(10);
        Exchange next = new DefaultExchange(fixture.context());
        next.getMessage().setBody(video.stream());
        assertThat(fixture.template().asyncSend("apivideo:upload", next))
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(done -> fixture.assertArrived(done, video));
        assertThat(ComponentState.buffers(fixture.context().getComponent("apivideo", ApiVideoComponent.class)))
                .contains(": 0 of ");
    }

    /** Accepts a connection and sends nothing; a thread that reads from it ignores interrupts. */
    private static final class SilentPeer implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());

        SilentPeer() throws IOException {}

        InputStream body() throws IOException {
            return socket.getInputStream();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            server.close();
        }
    }

    private final class Blocking extends InputStream {
        private final boolean interruptible;

        Blocking(boolean interruptible) {
            this.interruptible = interruptible;
        }

        @Override
        public int read() throws java.io.IOException {
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    if (interruptible) {
                        throw new java.io.InterruptedIOException();
                    }
                }
            }
            return -1;
        }
    }

    @Test
    void whatIsOverLeavesNothingOnTheTimer() {
        for (int upload = 0; upload < 300; upload++) {
            TestVideo video = TestVideo.of(10);
            fixture.assertArrived(fixture.upload("parallelism=auto", video.stream()), video);
        }
        // More than a thousand requests and reads: there is still room for those that have to be noticed.
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.hold(end));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("answerTimeout=300&parallelism=auto", video.stream()), video);
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        assertThat(ComponentState.tasksOnTheTimer(component)).isZero();
    }

    @Test
    void retriesEndWithTheRetryTimeout() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.status(503));
        Exchange exchange = fixture.upload(
                "retryDelay=50&maxRetryDelay=50&maxRetries=100000&retryTimeout=500",
                TestVideo.of(10).bytes());
        assertThat(exchange.getException()).isInstanceOf(UploadFailed.class).hasMessageContaining("503");
        assertThat(fixture.parts()).hasSizeBetween(2, 25);
        assertThat(Duration.between(
                        fixture.parts().get(0).startedAt(),
                        fixture.parts().get(fixture.parts().size() - 1).startedAt()))
                .isLessThan(Duration.ofSeconds(30));
    }
}
