// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferMemoryTest {

    private static final int MANY = 50;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void start(String bufferMemory) {
        fixture.restart(simulator -> {}, context -> component(context).setBufferMemory(bufferMemory));
    }

    private static ApiVideoComponent component(CamelContext context) {
        return context.getComponent("apivideo", true, false) instanceof ApiVideoComponent component ? component : null;
    }

    private CompletableFuture<Exchange> upload(String options, InputStream body) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(body));
    }

    @Test
    void withMemoryForOnePartAStreamGoesPartByPart() {
        start("5MiB");
        TestVideo video = TestVideo.of(4 * PART + 1);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=4", video.stream()), video);
        assertThat(fixture.simulator().maxConcurrentUploads()).isEqualTo(1);
        assertThat(ComponentState.buffers(component(fixture.context()))).endsWith("0 of 5242880 bytes leased");
    }

    @Test
    void aPartOfUnknownLengthFindsMemoryHoweverOddTheBudgetIs() throws Exception {
        start("10000000");
        TestVideo part = TestVideo.of(PART);
        Exchange created = fixture.template().request("apivideo:createVideo?title=a", exchange -> {});
        CompletableFuture<Exchange> sent = fixture.template().asyncSend("apivideo:uploadPart", exchange -> {
            exchange.getMessage().setHeaders(created.getMessage().getHeaders());
            exchange.getMessage().setHeader(ApiVideoConstants.PART_NUMBER, 1);
            exchange.getMessage().setHeader(ApiVideoConstants.TOTAL_PARTS, 1);
            // That of the message which brought the plan
            exchange.getMessage().setHeader(Exchange.CONTENT_LENGTH, 87);
            exchange.getMessage().setBody(part.stream());
        });
        assertThat(sent.get(60, TimeUnit.SECONDS).getException()).isNull();
        assertThat(fixture.simulator().videos()).singleElement().satisfies(video -> assertThat(video.sha256())
                .isEqualTo(part.sha256()));
    }

    @Test
    void filesAndBytesNeedNone() {
        start("5MiB");
        TestVideo video = TestVideo.of(8 * PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=4", video.bytes()), video);
        assertThat(fixture.simulator().maxConcurrentUploads()).isGreaterThan(1);
    }

    @Test
    void uploadsOfAnyPartSizeAndParallelismShareItWithoutADeadlock() throws Exception {
        start("13MiB");
        List<TestVideo> videos = IntStream.range(0, 24)
                .mapToObj(number -> TestVideo.of(2 * PART + number * 100_001))
                .toList();
        List<CompletableFuture<Exchange>> uploads = IntStream.range(0, videos.size())
                .mapToObj(number -> upload(
                        "partSize=" + List.of("5MiB", "8MiB", "13MiB").get(number % 3) + "&parallelism="
                                + (1 + number % 5),
                        videos.get(number).stream()))
                .toList();
        for (int number = 0; number < videos.size(); number++) {
            fixture.assertArrived(uploads.get(number).get(60, TimeUnit.SECONDS), videos.get(number));
        }
    }

    @Test
    void aPartIsReadAheadWhileOthersAreSentHoweverOddTheBudgetIs() throws Exception {
        start("50000000");
        CountDownLatch server = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(4).then(Fault.hold(server));
        TestVideo video = TestVideo.of(10 * PART);
        AtomicLong read = new AtomicLong();
        CompletableFuture<Exchange> upload = upload("parallelism=4", told(video.stream(), read));
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 4);

        // Seven eighths of the memory are for this account: five parts, whose last slabs are not full.
        Awaitility.await().until(() -> read.get() > 40_000_000);

        server.countDown();
        fixture.assertArrived(upload.get(60, TimeUnit.SECONDS), video);
    }

    private static InputStream told(InputStream body, AtomicLong read) {
        return new FilterInputStream(body) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int size = super.read(bytes, offset, length);
                read.addAndGet(Math.max(0, size));
                return size;
            }
        };
    }

    @Test
    void waitsForMemoryWithoutAThread() throws Exception {
        fixture.restart(simulator -> {}, context -> {
            component(context).setBufferMemory("5MiB");
            org.apache.camel.spi.ThreadPoolProfile profile = new org.apache.camel.spi.ThreadPoolProfile("apivideo");
            profile.setMaxPoolSize(2);
            context.getExecutorServiceManager().registerThreadPoolProfile(profile);
        });
        CountDownLatch server = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(server));
        TestVideo stream = TestVideo.of(2 * PART);
        List<CompletableFuture<Exchange>> waiting = IntStream.range(0, 10)
                .mapToObj(number -> upload("partSize=5MiB", stream.stream()))
                .toList();
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);

        TestVideo bytes = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("", bytes.bytes()), bytes);

        server.countDown();
        for (CompletableFuture<Exchange> upload : waiting) {
            fixture.assertArrived(upload.get(60, TimeUnit.SECONDS), stream);
        }
    }

    @Test
    void uploadsThatWaitEndWithTheContextAndReadNothingMore() throws Exception {
        start("5MiB");
        CountDownLatch server = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(server));
        fixture.context().getShutdownStrategy().setTimeout(1);
        CompletableFuture<Exchange> first = upload("partSize=5MiB", TestVideo.of(2 * PART).stream());
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);
        AtomicInteger read = new AtomicInteger();
        // Enough of them that one would get the memory of the first before it is told to end.
        List<CompletableFuture<Exchange>> uploads = IntStream.range(0, 40)
                .mapToObj(number -> upload("partSize=5MiB", counted(read)))
                .collect(Collectors.toCollection(ArrayList::new));
        uploads.add(first);

        fixture.context().stop();

        for (CompletableFuture<Exchange> upload : uploads) {
            assertThat(upload.get(60, TimeUnit.SECONDS).getException())
                    .isInstanceOf(ApiVideoException.UploadFailed.class)
                    .hasMessageContaining("the component is stopping");
        }
        assertThat(read).as("nothing was read of those that waited").hasValue(0);
        server.countDown();
    }

    private static InputStream counted(AtomicInteger read) {
        return new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet();
            }
        };
    }

    @Test
    void partsOfUnknownLengthThatAreShortTakeLittleMemory() throws Exception {
        start("16MiB");
        assertAllReadAtOnce(number -> {
            String videoId = fixture.template()
                    .request("apivideo:createVideo?title=" + number, exchange -> {})
                    .getMessage()
                    .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
            return body -> part(videoId, body);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"partSize=200MiB", "partSize=200MiB&uploadKey="})
    void shortStreamsTakeLittleMemoryHoweverLargeTheirPartsMayBe(String options) throws Exception {
        start("200MiB");
        assertAllReadAtOnce(number -> body -> upload(options.replaceAll("=$", "=" + number), body));
    }

    private void assertAllReadAtOnce(IntFunction<Function<InputStream, CompletableFuture<Exchange>>> uploads)
            throws Exception {
        CountDownLatch server = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(MANY).then(Fault.hold(server));
        AtomicInteger read = new AtomicInteger();
        List<CompletableFuture<Exchange>> begun = new ArrayList<>();
        for (int number = 1; number <= MANY; number++) {
            begun.add(uploads.apply(number).apply(ofOneByte(read)));
        }
        Awaitility.await().until(() -> read.get() == MANY);
        Awaitility.await().until(() -> fixture.simulator().faults().injected() > 1);

        server.countDown();

        for (CompletableFuture<Exchange> upload : begun) {
            assertThat(upload.get(60, TimeUnit.SECONDS).getException()).isNull();
        }
        assertThat(fixture.simulator().videos()).hasSize(MANY).allMatch(received -> received.size() == 1);
        assertThat(ComponentState.buffers(component(fixture.context()))).startsWith("PartBuffers: 0 of");
    }

    private static InputStream ofOneByte(AtomicInteger ends) {
        return new InputStream() {
            private boolean read;

            @Override
            public int read() {
                if (read) {
                    ends.incrementAndGet();
                    return -1;
                }
                read = true;
                return 1;
            }
        };
    }

    private CompletableFuture<Exchange> part(String videoId, InputStream body) {
        return fixture.template().asyncSend("apivideo:uploadPart", exchange -> {
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
            exchange.getMessage().setHeader(ApiVideoConstants.PART_NUMBER, 1);
            exchange.getMessage().setHeader(ApiVideoConstants.TOTAL_PARTS, 1);
            exchange.getMessage().setBody(body);
        });
    }

    /** The edges of what is read before a part gets its memory. */
    @ParameterizedTest
    @ValueSource(longs = {1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, PART, PART + 1})
    void aStreamOfAnyLengthArrivesWhole(long length) {
        start("5MiB");
        TestVideo video = TestVideo.of(length);
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.stream()), video);
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.tricklingStream()), video);
        fixture.assertArrived(fixture.upload("partSize=5MiB&uploadKey=" + length, video.stream()), video);
        assertThat(ComponentState.buffers(component(fixture.context()))).endsWith("0 of 5242880 bytes leased");
    }

    @Test
    void aCombinationThatCannotBeIsRefusedAtTheStart() {
        start("4MiB");
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:upload"))
                .hasStackTraceContaining(
                        "bufferMemory=4194304: a stream in parts of 5242880 bytes needs at least 5242880;"
                                + " raise bufferMemory or lower partSize");
    }
}
