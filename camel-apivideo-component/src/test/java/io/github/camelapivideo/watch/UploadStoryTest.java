// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log at INFO tells the story of an upload to somebody who has nothing else. */
class UploadStoryTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);
    private static final String OFTEN = "partSize=5MiB&progressInterval=50";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {
        @Override
        protected synchronized void append(ILoggingEvent event) {
            super.append(event);
        }
    };
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelapivideo");
    private final CountDownLatch held = new CountDownLatch(1);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        held.countDown();
        logger.detachAppender(log);
    }

    private List<String> lines(Level level) {
        synchronized (log) {
            return log.list.stream()
                    .filter(line ->
                            line.getLevel() == level && !line.getLoggerName().contains("simulator"))
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    private String awaitLine(Level level, String pattern) {
        return Awaitility.await()
                .until(
                        () -> lines(level).stream()
                                .filter(line -> line.matches(pattern))
                                .findFirst()
                                .orElse(null),
                        line -> line != null);
    }

    // It may be the second one: the first report may come while the upload still begins.
    private void awaitWarning(String reason) {
        awaitLine(Level.WARN, "'[ab].mp4' stands still after \\d+ bytes, \\d+ (of \\d+ )?parts?: " + reason);
    }

    private CompletableFuture<Exchange> begin(String options, Object body) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(body));
    }

    @Test
    void twoLinesTellTheStoryOfAnUpload() throws Exception {
        Exchange exchange = fixture.upload(
                "partSize=5MiB&parallelism=2", VIDEO.file(folder, "master.mov").toFile());

        fixture.assertArrived(exchange, VIDEO);
        assertThat(lines(Level.INFO)).hasSize(2);
        assertThat(lines(Level.INFO).get(0))
                .isEqualTo("'master.mov' begins: 10485761 bytes in 3 parts, 2 at once (exchange "
                        + exchange.getExchangeId() + ")");
        assertThat(lines(Level.INFO).get(1))
                .matches("'master.mov' is video " + fixture.received(exchange).videoId()
                        + ": 10485761 bytes in 3 parts, [0-9.]+ s, [0-9.]+ MB/s, retries: 0, waits: 0");
    }

    @Test
    void theEndTellsOfRetries() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.status(500));
        fixture.assertArrived(fixture.upload("fileName=a.mp4", TestVideo.of(10).bytes()), TestVideo.of(10));
        assertThat(lines(Level.INFO).get(1)).contains("retries: 2");
    }

    @Test
    void theEndOfAFailureHasItsExchangeItsContainerAndItsReason() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(400));

        Exchange failed = fixture.upload("fileName=b.mp4", TestVideo.of(10).bytes());

        String videoId = fixture.simulator().deletedVideoIds().get(0);
        assertThat(lines(Level.INFO))
                .filteredOn(line -> line.startsWith("'b.mp4' has failed after 0 bytes in 0 parts, "))
                .singleElement()
                .asString()
                .contains("retries: 0, waits: 0 (exchange " + failed.getExchangeId() + ", container " + videoId + "): ")
                .endsWith(failed.getException().getMessage())
                .contains("400");
    }

    @Test
    void theReasonOfAFailureStaysOnItsLine() {
        Exchange failed = fixture.upload("fileName=b.mp4", new InputStream() {
            @Override
            public int read() {
                throw new NoClassDefFoundError("the end\nforged");
            }
        });

        assertThat(lines(Level.INFO))
                .filteredOn(line -> line.startsWith("'b.mp4' has failed after "))
                .singleElement()
                .asString()
                .contains("(exchange " + failed.getExchangeId() + ", no container): ", "the end_forged")
                .doesNotContain("\n");
    }

    @Test
    void theEndOfACancelledUploadIsNoFailure() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload =
                begin("fileName=a.mp4", TestVideo.of(10).bytes());
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);

        component.cancelUpload(component.uploads().get(0).uploadId());

        Exchange cancelled = upload.get();
        String videoId = fixture.simulator().deletedVideoIds().get(0);
        awaitLine(
                Level.INFO,
                "'a.mp4' was cancelled after .* \\(exchange " + cancelled.getExchangeId() + ", container " + videoId
                        + "\\): .*: the upload was cancelled");
        assertThat(lines(Level.INFO)).noneMatch(line -> line.contains("has failed"));
    }

    @Test
    void aLongUploadTellsHowFarItIs() throws Exception {
        CompletableFuture<Exchange> upload =
                begin(OFTEN + "&fileName=tape.mp4", endless("'tape.mp4': [1-9]\\d+ bytes, \\d+ parts, [0-9.]+ MB/s"));

        assertThat(upload.get(30, TimeUnit.SECONDS).getException()).isNull();
    }

    /** A stream that ends when the log has such a line. */
    private InputStream endless(String pattern) {
        return new InputStream() {
            @Override
            public int read() {
                return lines(Level.INFO).stream().anyMatch(line -> line.matches(pattern)) ? -1 : 1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read() < 0 ? -1 : length;
            }
        };
    }

    @Test
    void anUploadThatIsLeftAloneByTheServiceStandsStill() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload =
                begin(OFTEN + "&fileName=a.mp4", TestVideo.of(10).bytes());

        awaitLine(Level.INFO, "'a.mp4': 100 %, 10 bytes, 0 of 1 part, stands still: the service takes nothing");

        held.countDown();
        assertThat(upload.get().getException()).isNull();
        assertThat(lines(Level.WARN))
                .as("told once")
                .containsOnlyOnce("'a.mp4' stands still after 10 bytes, 0 of 1 part: the service takes nothing");
    }

    @Test
    void anUploadWhoseServiceIsDownStandsStill() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.status(503));
        begin(OFTEN + "&fileName=a.mp4", TestVideo.of(10).bytes());

        awaitWarning("the service has failed for \\d+ s: .*503.*");
    }

    @Test
    void anUploadThatStandsStillForAnotherReasonWarnsAgain() {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.tooManyRequests(Duration.ofSeconds(1)));
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.status(503));
        begin(OFTEN + "&maxRetries=100000&fileName=a.mp4", TestVideo.of(10).bytes());

        awaitWarning("the account has reached its rate limit, and may go on in \\d+ s");
        awaitWarning("the service has failed for \\d+ s: .*503.*");
        assertThat(lines(Level.WARN))
                .as("once for each reason")
                .filteredOn(line -> line.contains("stands still") && line.contains("the service has failed"))
                .hasSize(1);
    }

    @Test
    void anUploadWhoseStreamArrivesSlowlyDoesNotStandStill() throws Exception {
        fixture.assertArrived(fixture.upload("", VIDEO.stream()), VIDEO);
        List<String> warnings = new CopyOnWriteArrayList<>();

        Exchange exchange =
                begin("progressInterval=300&fileName=a.mp4", slowly(warnings)).get();

        assertThat(exchange.getException()).isNull();
        assertThat(warnings).isEmpty();
    }

    /** A stream that delivers a byte each 10 ms, until two reports have told of it. */
    private InputStream slowly(List<String> warnings) {
        return new InputStream() {
            @Override
            public int read() {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                long reports = lines(Level.INFO).stream()
                        .filter(line -> line.matches("'a.mp4': .*"))
                        .count();
                if (reports < 2) {
                    warnings.addAll(lines(Level.WARN));
                    return 1;
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int next = read();
                into[from] = (byte) next;
                return next;
            }
        };
    }

    @Test
    void anUploadWhoseAccountIsAtItsLimitStandsStill() {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(Fault.tooManyRequests(Duration.ofSeconds(60)));
        begin(OFTEN + "&fileName=a.mp4", TestVideo.of(10).bytes());

        awaitWarning("the account has reached its rate limit, and may go on in [45]\\d s");
    }

    @Test
    void anUploadWhoseBodyIsSilentStandsStill() {
        begin(OFTEN + "&fileName=a.mp4", silent());

        awaitWarning("the body has delivered nothing for \\d+ s");
    }

    @Test
    void anUploadWithoutMemoryStandsStill() {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setBufferMemory("5MiB"));
        begin(OFTEN + "&fileName=a.mp4", interrupted());
        begin(OFTEN + "&fileName=b.mp4", interrupted());

        awaitWarning("no bufferMemory has been free for \\d+ s");
    }

    /** A stream that has shown that it is long enough to need memory. */
    private InputStream interrupted() {
        return new SequenceInputStream(TestVideo.of(1 << 20).stream(), silent());
    }

    private InputStream silent() {
        return new InputStream() {
            @Override
            public int read() {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }
}
