// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncTest {

    private final CountDownLatch server = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        server.countDown();
    }

    @Test
    void theRoutesThreadIsNotHeldByAnUpload() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(server));
        Exchange exchange = new DefaultExchange(fixture.context());
        exchange.getMessage().setBody(TestVideo.of(10).bytes());
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        AsyncProducer producer =
                fixture.context().getEndpoint("apivideo:upload").createAsyncProducer();
        producer.start();

        boolean synchronously = producer.process(exchange, done::complete);

        assertThat(synchronously).isFalse();
        assertThat(done).isNotDone();
        server.countDown();
        assertThat(done.get(10, TimeUnit.SECONDS)).isFalse();
        fixture.assertArrived(exchange, TestVideo.of(10));
    }

    @Test
    void manyRoutesAndExchangesShareOneEndpoint() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").to("apivideo:upload?partSize=5MiB");
                from("direct:b").to("apivideo:upload?partSize=5MiB");
            }
        });
        List<TestVideo> videos = java.util.stream.IntStream.range(0, 20)
                .mapToObj(number -> TestVideo.of(2 * PART + number))
                .toList();
        List<CompletableFuture<Exchange>> uploads = videos.stream()
                .map(video -> fixture.template()
                        .asyncSend(
                                video.bytes().length % 2 == 0 ? "direct:a" : "direct:b",
                                exchange -> exchange.getMessage().setBody(video.stream())))
                .toList();
        for (int number = 0; number < videos.size(); number++) {
            fixture.assertArrived(uploads.get(number).get(), videos.get(number));
        }
    }

    @Test
    void parallelismBoundsThePartsUnderWay() {
        TestVideo video = TestVideo.of(10 * PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1", video.bytes()), video);
        assertThat(fixture.simulator().maxConcurrentUploads()).isEqualTo(1);
        fixture.simulator().reset();
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=3", video.stream()), video);
        assertThat(fixture.simulator().maxConcurrentUploads()).isBetween(2, 3);
    }

    @Test
    void stoppingTheContextEndsAnUploadAndLeavesNothingBehind() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(server));
        fixture.context().getShutdownStrategy().setTimeout(1);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("apivideo:upload?partSize=5MiB&parallelism=2");
            }
        });
        Exchange exchange = new DefaultExchange(fixture.context());
        exchange.getMessage().setBody(TestVideo.of(4 * PART).bytes());
        Future<Exchange> upload = fixture.template().asyncSend("direct:upload", exchange);
        Awaitility.await()
                .until(() -> fixture.simulator().requests(RequestKind.SOURCE).size() >= 2);

        fixture.context().stop();

        assertThat(upload.get(10, TimeUnit.SECONDS).getException())
                .isInstanceOf(ApiVideoException.UploadFailed.class)
                .hasMessageContaining("the component is stopping");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
        Awaitility.await().untilAsserted(() -> assertThat(threads("ApiVideo")).isEmpty());
    }

    @Test
    void stoppingTheContextEndsEvenAnUploadWhoseContainerCannotBeDeleted() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(server));
        fixture.simulator().faults().on(RequestKind.DELETE).then(Fault.status(503));
        fixture.context().getShutdownStrategy().setTimeout(1);
        Future<Exchange> upload = fixture.template()
                .asyncSend("apivideo:upload?maxRetryDelay=600000&retryDelay=600000", exchange -> exchange.getMessage()
                        .setBody(TestVideo.of(10).bytes()));
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);

        fixture.context().stop();

        assertThat(upload.get(30, TimeUnit.SECONDS).getException()).hasMessageContaining("could not be deleted");
    }

    private static List<String> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.contains(name))
                .toList();
    }

    @Test
    void threadsComeFromTheProfileOfThatName() {
        fixture.restart(simulator -> {}, context -> context.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder("apivideo")
                        .poolSize(2)
                        .maxPoolSize(2)
                        .build()));
        TestVideo video = TestVideo.of(8 * PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=8", video.bytes()), video);
        assertThat(fixture.simulator().maxConcurrentUploads()).isLessThanOrEqualTo(2);
    }

    @Test
    void reportsTheProgressOfEachUploadToTheListener() {
        List<UploadProgress> told = new CopyOnWriteArrayList<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        fixture.context().getRegistry().bind("bar", (io.github.camelapivideo.api.UploadListener) progress -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            told.add(progress);
            atOnce.decrementAndGet();
        });
        TestVideo video = TestVideo.of(4 * PART);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(503));
        Exchange exchange = fixture.upload("partSize=5MiB&uploadListener=#bar&fileName=a.mp4", video.bytes());
        fixture.assertArrived(exchange, video);

        UploadProgress last = told.get(told.size() - 1);
        assertThat(last.state()).isEqualTo(UploadProgress.State.COMPLETED);
        assertThat(last.percent()).isEqualTo(100);
        assertThat(last.bytes()).isEqualTo(4L * PART);
        assertThat(last.parts()).isEqualTo(4);
        assertThat(last.totalParts()).isEqualTo(4);
        assertThat(last.fileName()).isEqualTo("a.mp4");
        assertThat(last.videoId()).isEqualTo(exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID));
        assertThat(told).allSatisfy(progress -> assertThat(progress.bytes()).isBetween(0L, 4L * PART));
        assertThat(told.get(0).state()).isEqualTo(UploadProgress.State.RUNNING);
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class, AssertionError.class})
    @Timeout(20)
    <T extends Throwable> void aListenerThatFailsDoesNotFailTheUpload(Class<T> problem) {
        fixture.context().getRegistry().bind("bar", (io.github.camelapivideo.api.UploadListener)
                progress -> AsyncTest.<RuntimeException>fail(problem));
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("uploadListener=#bar", video.bytes()), video);
    }

    @Test
    void anAnswerThatCannotBePutIntoTheExchangeFailsIt() {
        Exchange exchange = new DefaultExchange(fixture.context());
        exchange.setIn(new DefaultMessage(fixture.context()) {
            @Override
            public void setHeader(String name, Object value) {
                throw new NoClassDefFoundError("gone");
            }
        });
        exchange.getMessage().setBody(TestVideo.of(10).bytes());
        fixture.template().send("apivideo:upload", exchange);
        assertThat(exchange.getException()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Class<? extends Throwable> problem) throws T {
        try {
            throw (T) problem.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theComponentEndsUnderAShutdownStrategyThatWaitsForNothing() {
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
        fixture.context().setShutdownStrategy(new org.apache.camel.impl.engine.DefaultShutdownStrategy() {
            @Override
            public java.util.concurrent.TimeUnit getTimeUnit() {
                return null;
            }
        });
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        component.stop();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains(fixture.context().getName() + ")") && name.contains("ApiVideoTimer")));
    }
}
