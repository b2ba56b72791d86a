// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.stream;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.body.SlowCache;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream cache belongs to one try at a time: the next try starts when the one before has stopped reading. */
@Timeout(60)
class ReplayTest {

    private final CountDownLatch refusal = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private SlowCache cache;

    @BeforeEach
    void start() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).maximumRedeliveries(1).redeliveryDelay(0);
                from("direct:upload").to("apivideo:upload?partSize=5MiB&parallelism=2&recordTimeout=0");
            }
        });
    }

    @AfterEach
    void stop() {
        refusal.countDown();
        cache.goOn();
    }

    @Test
    void beginsARedeliveryWhenTheFirstTryHasStoppedReading() throws Exception {
        TestVideo video = TestVideo.of(3 * PART);
        cache = new SlowCache(video, PART + 1);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(refusal));
        CompletableFuture<Exchange> upload = fixture.template()
                .asyncSend("direct:upload", exchange -> exchange.getMessage().setBody(cache));
        cache.awaitSlowPlace();
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);

        // The part that is under way meets a container that is gone.
        fixture.simulator().discard(fixture.simulator().videos().get(0).videoId());
        refusal.countDown();
        Awaitility.await().until(() -> fixture.parts().size() == 1);
        int resets = cache.resets();
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> cache.resets() == resets);
        cache.goOn();

        fixture.assertArrived(upload.get(20, TimeUnit.SECONDS), video);
    }

    @Test
    void endsAPartWhenItsReaderHasStopped() throws Exception {
        cache = new SlowCache(TestVideo.of(PART), 1);
        CompletableFuture<Exchange> part = fixture.template()
                .asyncSend("apivideo:uploadPart?videoId=vi1&partNumber=1", exchange -> exchange.getMessage()
                        .setBody(cache));
        cache.awaitSlowPlace();
        fixture.context().getShutdownStrategy().setTimeout(20);
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(component::stop);

        int resets = cache.resets();
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> !part.isDone() && cache.resets() == resets);
        cache.goOn();

        assertThat(part.get(20, TimeUnit.SECONDS).getException()).hasMessageContaining("stopping");
        stopped.get(20, TimeUnit.SECONDS);
    }

    @Test
    void doesNotWaitForATryThatStallsForEver() throws Exception {
        TestVideo video = TestVideo.of(3 * PART);
        cache = new SlowCache(video, PART + 1);
        CompletableFuture<Exchange> upload = fixture.template()
                .asyncSend("apivideo:upload?partSize=5MiB&sourceTimeout=200", exchange -> exchange.getMessage()
                        .setBody(cache));
        assertThat(upload.get(20, TimeUnit.SECONDS).getException()).hasMessageContaining("(sourceTimeout)");

        int resets = cache.resets();
        cache.goOn();
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> cache.resets() == resets);
    }
}
