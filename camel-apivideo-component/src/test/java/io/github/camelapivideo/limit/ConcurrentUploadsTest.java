// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentUploadsTest {

    private static final TestVideo VIDEO = TestVideo.of(100);

    // Milliseconds that are longer than each test
    private static final long SILENT = 600_000;

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch answers = new CountDownLatch(1);

    @AfterEach
    void end() {
        answers.countDown();
        threads.shutdownNow();
    }

    @Test
    void anUploadBeyondTheLimitWaitsWithNothingOpenedAndNoContainer() throws Exception {
        begin(2);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.hold(answers));
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            uploads.add(upload(VIDEO.file(folder, number + ".mp4")));
        }
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 2);
        // A body that is not there any more shows that nothing has opened it.
        Files.delete(folder.resolve("4.mp4"));
        assertThat(titles()).containsExactlyInAnyOrder("1.mp4", "2.mp4");

        answers.countDown();

        fixture.assertArrived(uploads.get(2).get(), VIDEO);
        assertThat(uploads.get(3).get().getException()).hasMessageContaining("4.mp4");
        assertThat(titles()).containsExactlyInAnyOrder("1.mp4", "2.mp4", "3.mp4");
    }

    @Test
    void uploadsThatWaitBeginInTheOrderOfTheirArrival() throws Exception {
        begin(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(answers));
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            uploads.add(upload(VIDEO.file(folder, number + ".mp4")));
        }
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);

        answers.countDown();

        for (CompletableFuture<Exchange> upload : uploads) {
            fixture.assertArrived(upload.get(), VIDEO);
        }
        assertThat(titles()).isSorted().hasSize(9);
    }

    @Test
    void anUploadThatBeganEarlierSendsItsPartsFirst() throws Exception {
        lanes(1);
        TestVideo video = TestVideo.of(2L * TestVideo.PART + 1);
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.hold(answers));
        for (int number = 1; number <= 5; number++) {
            uploads.add(upload(video.file(folder, number + ".mp4")));
        }
        answers.countDown();

        List<String> inOrder = new ArrayList<>();
        for (CompletableFuture<Exchange> upload : uploads) {
            fixture.assertArrived(upload.get(), video);
            inOrder.addAll(Collections.nCopies(2, fixture.received(upload.get()).videoId()));
        }
        assertThat(fixture.parts()).extracting(RecordedRequest::videoId).isEqualTo(inOrder);
    }

    @Test
    void aFailedUploadMakesRoomForTheNext() throws Exception {
        begin(1);
        CompletableFuture<Exchange> failed = upload(folder.resolve("missing.mp4"));
        CompletableFuture<Exchange> next = upload(VIDEO.file(folder, "next.mp4"));

        assertThat(failed.get().getException()).hasMessageContaining("missing.mp4");
        fixture.assertArrived(next.get(), VIDEO);
    }

    @Test
    void eachPlaceComesBackHoweverAnUploadEnds() throws Exception {
        begin(3);
        fixture.options().setMaxRetries(0);
        fixture.simulator()
                .faults()
                .on(RequestKind.CREATE)
                .sometimes(0.2, new Random(1))
                .then(Fault.status(500));
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .sometimes(0.2, new Random(2))
                .then(Fault.loseAnswer());
        Path file = VIDEO.file(folder, "a.mp4");
        List<Object> bodies = List.of(file, folder.resolve("missing.mp4"), new byte[0], new BrokenBody(), file);
        List<Map<String, Object>> headers = List.of(
                Map.of(),
                Map.of("CamelApiVideoCaptions", Map.of("fr", "this is no WebVTT file")),
                Map.of("CamelApiVideoThumbnail", folder.resolve("missing.jpg")));
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            uploads.add(upload(bodies.get(number % bodies.size()), headers.get(number % headers.size())));
        }
        for (CompletableFuture<Exchange> upload : uploads) {
            upload.get();
        }
        fixture.simulator().faults().clear();
        fixture.simulator().reset();

        fixture.simulator().faults().on(RequestKind.SOURCE).times(3).then(Fault.hold(answers));
        List<CompletableFuture<Exchange>> three = List.of(upload(file), upload(file), upload(file));

        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 3);
        answers.countDown();
        for (CompletableFuture<Exchange> upload : three) {
            fixture.assertArrived(upload.get(), VIDEO);
        }
    }

    @Test
    void aStopEndsTheUploadsThatWaitAndCompletesThoseThatRun() throws Exception {
        begin(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(answers));
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("seda:files?concurrentConsumers=2").routeId("files").to("apivideo:upload");
            }
        });
        Path file = VIDEO.file(folder, "waits.mp4");
        CompletableFuture<Exchange> runs = viaRoute(VIDEO.file(folder, "runs.mp4"));
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        CompletableFuture<Exchange> waits = viaRoute(file);
        Awaitility.await().until(() -> fixture.context().getInflightRepository().size("files") == 2);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(fixture.context()::stop);

        assertThat(waits.get().getException()).isInstanceOf(CancellationException.class);
        assertThat(upload(file).get().getException()).isInstanceOf(CancellationException.class);
        answers.countDown();
        stop.get();
        fixture.assertArrived(runs.get(), VIDEO);
        assertThat(file).exists();
        assertThat(titles()).containsExactly("runs.mp4");
    }

    @ParameterizedTest
    @ValueSource(longs = {20, SILENT})
    void bodiesThatTrickleOrAreSilentDelayNoFileNoStatusAndNoDeletion(long millisForAByte) throws Exception {
        lanes(2);
        List<SlowBody> slow = Stream.generate(() -> new SlowBody(millisForAByte, answers))
                .limit(32)
                .toList();
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (SlowBody body : slow) {
            uploads.add(upload(body));
        }
        Awaitility.await().until(() -> slow.stream().allMatch(SlowBody::isRead));

        Exchange uploaded = upload(VIDEO.file(folder, "file.mp4")).get(1, TimeUnit.MINUTES);
        fixture.assertArrived(uploaded, VIDEO);
        String videoId = fixture.received(uploaded).videoId();
        operate("getStatus", videoId);
        operate("deleteVideo", videoId);

        assertThat(fixture.simulator().video(videoId)).isEmpty();
        assertThat(uploads).hasSize(32).noneMatch(CompletableFuture::isDone);
    }

    private void operate(String operation, String videoId) throws Exception {
        fixture.template()
                .asyncRequestBodyAndHeader("apivideo:" + operation, null, "CamelApiVideoId", videoId)
                .get(1, TimeUnit.MINUTES);
    }

    @Test
    void theComponentRefusesALimitOfZero() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoComponent component = new ApiVideoComponent();
            component.setMaxConcurrentUploads(0);
            context.addComponent("apivideo", component);

            assertThatThrownBy(context::start).rootCause().hasMessage("maxConcurrentUploads=0: allowed is 1 or more");
        }
    }

    private void begin(int mostUploads) {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(mostUploads));
    }

    private void lanes(int most) {
        fixture.restart(simulator -> {}, context -> context.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder("apivideo")
                        .maxPoolSize(most)
                        .build()));
    }

    private CompletableFuture<Exchange> upload(Object body) throws Exception {
        return upload(body, Map.of());
    }

    private CompletableFuture<Exchange> upload(Object body, Map<String, Object> headers) throws Exception {
        Endpoint endpoint = fixture.context().getEndpoint("apivideo:upload");
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new HashMap<>(headers));
        return producer.processAsync(exchange);
    }

    private CompletableFuture<Exchange> viaRoute(Path file) {
        return CompletableFuture.supplyAsync(
                () -> fixture.template()
                        .request("seda:files", exchange -> exchange.getMessage().setBody(file)),
                threads);
    }

    private List<String> titles() {
        return fixture.simulator().videos().stream().map(ReceivedVideo::title).toList();
    }

    private static final class BrokenBody extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken on purpose");
        }
    }

    /** A body that delivers one byte after another, and has no end until the latch is open. */
    private static final class SlowBody extends InputStream {

        private final long millisForAByte;
        private final CountDownLatch end;
        private volatile boolean read;

        private SlowBody(long millisForAByte, CountDownLatch end) {
            this.millisForAByte = millisForAByte;
            this.end = end;
        }

        private boolean isRead() {
            return read;
        }

        @Override
        public int read() throws IOException {
            read = true;
            try {
                return end.await(millisForAByte, TimeUnit.MILLISECONDS) ? -1 : 0;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int next = read();
            into[offset] = (byte) next;
            return next < 0 ? -1 : 1;
        }
    }
}
