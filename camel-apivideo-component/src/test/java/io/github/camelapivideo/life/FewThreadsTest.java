// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.FewThreads;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine that starts no more threads ends an exchange with that reason, or delays it; none hangs. */
@Timeout(60)
class FewThreadsTest {

    private static final TestVideo VIDEO = TestVideo.of(10);

    private final FewThreads threads = new FewThreads();
    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void few() {
        log.level(Level.INFO);
        fixture.restart(simulator -> {}, context -> {
            threads.in(context);
            context.getComponent("apivideo", ApiVideoComponent.class).setMaxConcurrentUploads(1);
        });
    }

    @AfterEach
    void release() {
        held.countDown();
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private CompletableFuture<Exchange> begin(String options, Object body) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(body));
    }

    private CompletableFuture<Exchange> heldByTheService(String options) {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin(options, VIDEO.bytes());
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        return upload;
    }

    private static Exchange end(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(20, TimeUnit.SECONDS);
    }

    private void assertWarned() {
        assertThat(threads.haveLost(FewThreads.REPLIES)).isTrue();
        assertThat(log.lines())
                .filteredOn(
                        line -> line.contains("The machine starts no more threads; what needs one is tried again every"
                                + " second: " + FewThreads.REASON))
                .hasSize(1);
    }

    @Test
    void theRouteContinuesLater() throws Exception {
        threads.lose(FewThreads.REPLIES, 2);

        fixture.assertArrived(end(begin("", VIDEO.bytes())), VIDEO);
        assertWarned();
    }

    @Test
    void anUploadThatWaitsBeginsLater() throws Exception {
        CompletableFuture<Exchange> first = heldByTheService("");
        CompletableFuture<Exchange> second = begin("", VIDEO.bytes());
        Awaitility.await().until(() -> component().getWaitingUploads() == 1);
        threads.lose(FewThreads.REPLIES, 1);
        held.countDown();

        fixture.assertArrived(end(first), VIDEO);
        fixture.assertArrived(end(second), VIDEO);
        assertWarned();
        fixture.assertArrived(end(begin("", VIDEO.bytes())), VIDEO);
    }

    @Test
    void aCancelledUploadEndsLater() throws Exception {
        CompletableFuture<Exchange> upload = heldByTheService("");
        threads.lose(FewThreads.REPLIES, 1);

        assertThat(component().cancelUpload(component().uploads().get(0).uploadId()))
                .isTrue();

        assertThat(end(upload).getException()).hasMessageContaining("the upload was cancelled");
        assertWarned();
    }

    @Test
    void theReportsOfAnUploadContinue() {
        threads.lose(FewThreads.REPLIES, 1);
        heldByTheService("progressInterval=50");

        UploadProgress row = Awaitility.await()
                .until(() -> component().uploads(), all -> all.stream().anyMatch(one -> one.standstill() != null))
                .get(0);

        assertThat(row.state()).isEqualTo(State.RUNNING);
        assertWarned();
    }

    @Test
    void aStreamIsReadLater() throws Exception {
        threads.lose(FewThreads.REPLIES, 1);

        fixture.assertArrived(end(begin("", VIDEO.stream())), VIDEO);
        assertWarned();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getVideo", "waitForVideo", "uploadCaption?language=fr", "uploadPart?partNumber=1"})
    void aCallWithoutALaneHasFailedForThatReason(String operation) throws Exception {
        String videoId = fixture.received(end(begin("", VIDEO.bytes()))).videoId();
        threads.lose(FewThreads.LANES, 1);

        Exchange failed = end(call(operation, videoId));

        assertThat(failed.getException())
                .hasMessageContaining("the machine starts no more threads: " + FewThreads.REASON);
        assertThat(end(call("getVideo", videoId)).getException()).isNull();
    }

    private CompletableFuture<Exchange> call(String operation, String videoId) {
        return fixture.template().asyncSend("apivideo:" + operation, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(Map.of(ApiVideoConstants.VIDEO_ID, videoId)));
            exchange.getMessage().setBody(SmallFiles.vtt("a"));
        });
    }

    @Test
    void aFileBesideTheVideoThatIsReadWithoutALaneEndsTheUpload() throws Exception {
        threads.lose(FewThreads.LANES, 1);

        Exchange failed = end(fixture.template().asyncSend("apivideo:upload", exchange -> {
            exchange.getMessage().setBody(VIDEO.bytes());
            exchange.getMessage().setHeader(ApiVideoConstants.CAPTIONS, Map.of("fr", SmallFiles.vtt("fr")));
        }));

        assertThat(failed.getException())
                .hasMessageContaining("the machine starts no more threads: " + FewThreads.REASON);
        assertThat(component().uploads()).isEmpty();
        fixture.assertArrived(end(begin("", VIDEO.bytes())), VIDEO);
    }

    @Test
    void whatFindsNoThreadBeforeTheStopEndsWithIt() throws Exception {
        CompletableFuture<Exchange> first = heldByTheService("");
        CompletableFuture<Exchange> second = begin("", VIDEO.bytes());
        Awaitility.await().until(() -> component().getWaitingUploads() == 1);
        threads.lose(FewThreads.REPLIES, Integer.MAX_VALUE);
        held.countDown();
        Awaitility.await().until(() -> component().getCompletedUploads() == 1);

        component().stop();

        fixture.assertArrived(end(first), VIDEO);
        assertThat(end(second).getException()).isNotNull();
    }

    @Test
    void anUploadWithALimitedBandwidthThatFindsNoThreadEndsWithTheStop() throws Exception {
        CompletableFuture<Exchange> upload = heldByTheService("bandwidthLimit=1MB/s");
        threads.lose(FewThreads.REPLIES, Integer.MAX_VALUE);
        held.countDown();

        component().stop();

        assertThat(upload.get(40, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aStepThatFindsNoLaneLeavesTheTimerFree() throws Exception {
        Faults faults = fixture.simulator().faults();
        faults.on(RequestKind.DELETE).then(Fault.hold(held));
        faults.on(RequestKind.SOURCE).then(Fault.status(503));
        CompletableFuture<Exchange> upload = begin("retryDelay=200&maxRetryDelay=200&onFailure=delete", VIDEO.bytes());
        Awaitility.await().until(() -> faults.injected() > 0);
        threads.lose(FewThreads.LANES, 2);
        Awaitility.await().until(() -> faults.list().get(0).met() == 1);

        ComponentState.awaitTheTimer(component());

        held.countDown();
        assertThat(end(upload).getException())
                .hasMessageContaining("the machine starts no more threads: " + FewThreads.REASON);
    }

    @Test
    void aCancelThatIsTakenIsNoSuccessAlthoughItComesLate() throws Exception {
        fixture.simulator().faults().on(RequestKind.CAPTIONS).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = fixture.template().asyncSend("apivideo:upload", exchange -> {
            exchange.getMessage().setBody(VIDEO.bytes());
            exchange.getMessage().setHeader(ApiVideoConstants.CAPTIONS, Map.of("fr", SmallFiles.vtt("fr")));
        });
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        threads.lose(FewThreads.REPLIES, 1);

        boolean taken = component().cancelUpload(component().uploads().get(0).uploadId());
        held.countDown();

        assertThat(taken).isTrue();
        assertThat(end(upload).getException()).hasMessageContaining("the upload was cancelled");
    }

    @Test
    void theTimerNeedsNoMoreThreads() throws Exception {
        threads.lose(FewThreads.TIMER, Integer.MAX_VALUE);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));

        fixture.assertArrived(end(begin("", VIDEO.bytes())), VIDEO);
        threads.lose(FewThreads.TIMER, 0);
    }
}
