// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand exchanges wait at once: without a thread each, within the account's reads, and behind its uploads. */
@Timeout(120)
class ManyWaitsTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final int MANY = 1000;

    // Lanes, replies, timers, and the threads of the HTTP client and of the simulator.
    private static final int MOST_THREADS = 150;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void start(int reads, Duration encoding) {
        fixture.restart(simulator -> simulator
                .encodingTime(encoding)
                .rateLimits(RateLimits.of(10_000, 10_000, reads, Duration.ofSeconds(2))));
        fixture.options().setWaitInterval(200);
        fixture.options().setMaxWaitInterval(2000);
    }

    private List<CompletableFuture<Exchange>> begin() throws Exception {
        Object videoId =
                fixture.upload("", TestVideo.of(10).bytes()).getMessage().getHeader(ApiVideoConstants.VIDEO_ID);
        AsyncProducer producer =
                fixture.context().getEndpoint("apivideo:waitForVideo").createAsyncProducer();
        producer.start();
        List<CompletableFuture<Exchange>> waits = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            Exchange exchange = new DefaultExchange(fixture.context());
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
            CompletableFuture<Exchange> wait = new CompletableFuture<>();
            producer.process(exchange, synchronously -> wait.complete(exchange));
            waits.add(wait);
        }
        return waits;
    }

    private int questions() {
        return fixture.simulator().requests(RequestKind.STATUS).size();
    }

    private static void allEnd(List<CompletableFuture<Exchange>> waits) throws Exception {
        for (CompletableFuture<Exchange> wait : waits) {
            Exchange exchange = wait.get(100, TimeUnit.SECONDS);
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYABLE))
                    .isEqualTo(true);
        }
    }

    @Test
    void theyHoldNoThreadEachStayBelowTheLimitAndEnd() throws Exception {
        start(1000, Duration.ofSeconds(2));
        int before = Thread.getAllStackTraces().size();

        List<CompletableFuture<Exchange>> waits = begin();
        Awaitility.await().until(() -> questions() > 100);

        assertThat(waits).noneMatch(CompletableFuture::isDone);
        assertThat(Thread.getAllStackTraces().size() - before).isLessThan(MOST_THREADS);
        allEnd(waits);
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void anUploadAsksBeforeThem() throws Exception {
        start(40, NEVER);
        List<CompletableFuture<Exchange>> waits = begin();
        Awaitility.await().until(() -> questions() >= 30);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.loseAnswer());
        TestVideo video = TestVideo.of(11);
        long before = System.nanoTime();

        fixture.assertArrived(fixture.upload("", video.bytes()), video);

        assertThat(System.nanoTime() - before)
                .as("all of them would have asked in a minute")
                .isLessThan(TimeUnit.SECONDS.toNanos(15));
        assertThat(waits).noneMatch(CompletableFuture::isDone);
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void theComponentsStopEndsAllAtOnce() throws Exception {
        start(40, NEVER);
        List<CompletableFuture<Exchange>> waits = begin();
        Awaitility.await().until(() -> questions() > 0);
        long before = System.nanoTime();

        fixture.context().getComponent("apivideo", ApiVideoComponent.class).stop();

        for (CompletableFuture<Exchange> wait : waits) {
            assertThat(wait.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(CancellationException.class);
        }
        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void anOutageEndsNone() throws Exception {
        start(10_000, Duration.ofSeconds(1));
        fixture.options().setMaxRetries(1);
        fixture.simulator()
                .faults()
                .on(RequestKind.STATUS)
                .times(1)
                .then(Fault.refuseConnectionsFor(Duration.ofSeconds(2)));
        allEnd(begin());
        assertThat(fixture.simulator().faults().injected()).isEqualTo(1);
    }
}
