// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.AsyncProcessorAwaitManager;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.UnitOfWorkHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An upload ends when Camel tells that nobody waits for it any more. */
@Timeout(60)
class GoneCallerTest {

    private static final String UPLOAD = "apivideo:upload?partSize=5MiB&parallelism=1";

    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        held.countDown();
        threads.shutdownNow();
    }

    private Future<?> begin(TestVideo video, int injected) {
        Future<?> caller = threads.submit(() -> fixture.template()
                .request(UPLOAD, exchange -> exchange.getMessage().setBody(video.stream())));
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == injected);
        return caller;
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private void holdTheFirst() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
    }

    private void assertNothingIsLeft() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(fixture.simulator().videos()).isEmpty();
            assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
            assertThat(ComponentState.buffers(component())).contains(": 0 of ");
            assertThat(ComponentState.tasksOnTheTimer(component())).isZero();
        });
    }

    @Test
    void aCallerThatIsInterruptedEndsItsUpload() {
        holdTheFirst();
        begin(TestVideo.of(3 * PART), 1).cancel(true);
        assertNothingIsLeft();
    }

    @Test
    void aCallerThatCamelReleasesEndsItsUpload() {
        holdTheFirst();
        begin(TestVideo.of(3 * PART), 1);
        AsyncProcessorAwaitManager waiting = PluginHelper.getAsyncProcessorAwaitManager(fixture.context());
        Awaitility.await().until(() -> waiting.size() == 1);
        waiting.interrupt(waiting.browse().iterator().next().getExchange());
        assertNothingIsLeft();
    }

    @Test
    void anExchangeThatIsDoneWithoutItsUploadEndsIt() throws Exception {
        holdTheFirst();
        AtomicReference<Exchange> running = new AtomicReference<>();
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(running::set).to(UPLOAD);
            }
        });
        fixture.template()
                .asyncSend("direct:start", exchange -> exchange.getMessage().setBody(TestVideo.of(3 * PART).stream()));
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        UnitOfWorkHelper.doneUow(running.get().getUnitOfWork(), running.get());
        assertNothingIsLeft();
    }

    @Test
    void anUploadWhoseCallerGoesWhileItWaitsForItsTurnNeverBegins() throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        holdTheFirst();
        TestVideo video = TestVideo.of(3 * PART);
        Future<?> first = begin(video, 1);
        AtomicReference<Exchange> waiting = new AtomicReference<>();
        fixture.template().asyncSend(UPLOAD, exchange -> {
            exchange.getMessage().setBody(video.stream());
            waiting.set(exchange);
        });
        Awaitility.await().until(() -> component().uploads().size() == 2);
        UnitOfWorkHelper.doneUow(waiting.get().getUnitOfWork(), waiting.get());
        Awaitility.await().until(() -> component().uploads().size() == 1);
        held.countDown();
        first.get();
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(2);
    }
}
