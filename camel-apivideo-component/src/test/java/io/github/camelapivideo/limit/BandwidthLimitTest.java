// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoEndpoint;
import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations are compared with a lower bound only: a busy machine is slower, never faster. */
class BandwidthLimitTest {

    // 8 MiB at 8 MB/s take 1.05 s, less a tenth of a second that an unused line makes up for.
    private static final Duration AT_LEAST = Duration.ofMillis(800);

    // Ends long after every test
    private static final String VERY_SLOW = "bandwidthLimit=20kB/s";

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    @Test
    void theLimitOfTheComponentHoldsForTheUploadsOfAllEndpointsTogether() throws Exception {
        restart(component -> component.setBandwidthLimit("8MB/s"), context -> {});
        TestVideo video = TestVideo.of(4 << 20);
        long begin = System.nanoTime();

        CompletableFuture<Exchange> one = upload("fileName=a.mp4", video.file(folder, "a.mp4"));
        CompletableFuture<Exchange> other = upload("fileName=b.mp4", video.stream());

        fixture.assertArrived(one.get(), video);
        fixture.assertArrived(other.get(), video);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(AT_LEAST);
    }

    @Test
    void theLimitOfAnEndpointHoldsForItsUploadsTogether() throws Exception {
        TestVideo video = TestVideo.of(4 << 20);
        long begin = System.nanoTime();

        CompletableFuture<Exchange> one = upload("bandwidthLimit=8MB/s", video.file(folder, "a.mp4"));
        CompletableFuture<Exchange> other = upload("bandwidthLimit=8MB/s", video.bytes());

        fixture.assertArrived(one.get(), video);
        fixture.assertArrived(other.get(), video);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(AT_LEAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8MB/s 1GB/s", "1GB/s 8MB/s"})
    void theLowerOfBothLimitsHolds(String limits) throws Exception {
        restart(component -> component.setBandwidthLimit(limits.split(" ")[0]), context -> {});
        TestVideo video = TestVideo.of(2L * PART);
        long begin = System.nanoTime();

        Exchange exchange = upload("partSize=5MiB&bandwidthLimit=" + limits.split(" ")[1], video.file(folder, "a.mp4"))
                .get();

        fixture.assertArrived(exchange, video);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(AT_LEAST);
    }

    @Test
    void aPartThatWasPlannedElsewhereIsLimitedToo() {
        String videoId = fixture.template()
                .request("apivideo:createVideo", exchange -> {})
                .getMessage()
                .getHeader("CamelApiVideoId", String.class);
        TestVideo video = TestVideo.of(1 << 20);
        long begin = System.nanoTime();

        fixture.template()
                .requestBodyAndHeaders(
                        "apivideo:uploadPart?bandwidthLimit=2MB/s&partNumber=1&totalParts=1",
                        video.bytes(),
                        Map.of("CamelApiVideoId", videoId));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256()).isEqualTo(video.sha256());
    }

    @Test
    void uploadsThatAreLimitedHoldNoLaneThatOthersNeed() throws Exception {
        restart(component -> {}, context -> context.getExecutorServiceManager()
                .registerThreadPoolProfile(
                        new ThreadPoolProfileBuilder("apivideo").maxPoolSize(1).build()));
        List<CompletableFuture<Exchange>> limited = beginLimited(3);

        TestVideo video = TestVideo.of(100);
        Exchange uploaded = upload("", video.file(folder, "unlimited.mp4")).get(1, TimeUnit.MINUTES);
        fixture.assertArrived(uploaded, video);
        Map<String, Object> header =
                Map.of("CamelApiVideoId", fixture.received(uploaded).videoId());
        fixture.template().requestBodyAndHeaders("apivideo:getStatus", null, header);
        fixture.template().requestBodyAndHeaders("apivideo:deleteVideo", null, header);

        assertThat(limited).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aSmallUploadIsNotHeldUpByALargeOneThatBeganEarlier() throws Exception {
        String options = "bandwidthLimit=1MB/s&partSize=5MiB&parallelism=4";
        CompletableFuture<Exchange> large =
                upload(listening(options, "large"), TestVideo.of(20L * PART).file(folder, "large.mp4"));
        Awaitility.await().until(() -> sending.contains("large"));

        TestVideo small = TestVideo.of(100_000);
        fixture.assertArrived(upload(listening(options, "large"), small.bytes()).get(), small);

        assertThat(large).isNotDone();
    }

    @Test
    void twoUploadsHaveTheSameShareWithOneLaneAndWithEight() throws Exception {
        restart(component -> component.setBandwidthLimit("1MB/s"), context -> {});
        Path file = TestVideo.of(8L * PART).file(folder, "a.mp4");
        List<CompletableFuture<Exchange>> uploads = List.of(
                upload("fileName=wide&partSize=5MiB&parallelism=8", file),
                upload("fileName=narrow&partSize=5MiB&parallelism=1", file));
        // Both send, each with all its lanes.
        Map<String, Long> from = Awaitility.await()
                .until(this::sentByFile, sent -> sent.values().stream().allMatch(bytes -> bytes > 500_000));

        Map<String, Long> to = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(this::sentByFile, sent -> sent.get("narrow") > from.get("narrow") + 1_500_000);

        assertThat(to.get("wide") - from.get("wide"))
                .as("the bytes of eight lanes, beside those of one")
                .isBetween(500_000L, 3_000_000L);
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        component.uploads().forEach(upload -> component.cancelUpload(upload.uploadId()));
        for (CompletableFuture<Exchange> upload : uploads) {
            assertThat(upload.get(1, TimeUnit.MINUTES).getException()).hasMessageContaining("cancelled");
        }
    }

    private Map<String, Long> sentByFile() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class).uploads().stream()
                .collect(Collectors.toMap(UploadProgress::fileName, UploadProgress::bytes));
    }

    @Test
    void aPauseForTheLimitIsNoStall() throws Exception {
        TestVideo video = TestVideo.of(2000);

        Exchange exchange = upload(
                        "bandwidthLimit=1kB/s&stallTimeout=500&sourceTimeout=500&maxRetries=0",
                        video.file(folder, "a.mp4"))
                .get();

        fixture.assertArrived(exchange, video);
        assertThat(fixture.parts()).hasSize(1);
    }

    @Test
    void aPartThatIsSentAgainIsWhole() throws Exception {
        TestVideo video = TestVideo.of(300_000);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));

        fixture.assertArrived(upload("bandwidthLimit=1MB/s", video.stream()).get(), video);
    }

    @Test
    void aStopEndsUploadsInTheMiddleOfAPauseAtOnce() throws Exception {
        List<CompletableFuture<Exchange>> limited = beginLimited(3);

        fixture.context().stop();

        for (CompletableFuture<Exchange> upload : limited) {
            assertThat(upload.get(1, TimeUnit.MINUTES).getException())
                    .hasRootCauseInstanceOf(CancellationException.class);
        }
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void theLimitOfTheComponentIsNotInheritedByEachEndpoint() {
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).setBandwidthLimit("50MB/s");

        ApiVideoEndpoint endpoint = fixture.context().getEndpoint("apivideo:upload", ApiVideoEndpoint.class);

        assertThat(endpoint.getBandwidthLimit()).isNull();
    }

    @Test
    void refusesALimitThatIsNoRateAndOneThatIsNotRead() {
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:upload?bandwidthLimit=50Mbps"))
                .rootCause()
                .hasMessageStartingWith("bandwidthLimit=50Mbps: allowed is a number with B/s, kB/s, MB/s");
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:getStatus?bandwidthLimit=50MB/s"))
                .rootCause()
                .hasMessageContaining("bandwidthLimit: getStatus does not read this option");
        assertThatThrownBy(() -> restart(component -> component.setBandwidthLimit("fast"), context -> {}))
                .rootCause()
                .hasMessageStartingWith("bandwidthLimit=fast: allowed is");
    }

    /** Begins uploads of several parts, and returns when each of them sends. */
    private List<CompletableFuture<Exchange>> beginLimited(int number) throws Exception {
        Path file = TestVideo.of(3L * PART).file(folder, "limited.mp4");
        List<CompletableFuture<Exchange>> limited = new ArrayList<>();
        for (int upload = 0; upload < number; upload++) {
            limited.add(upload(listening(VERY_SLOW + "&partSize=5MiB&parallelism=2", "slow" + upload), file));
        }
        Awaitility.await().until(() -> sending.size() == number);
        return limited;
    }

    private String listening(String options, String name) {
        UploadListener listener = progress -> {
            if (progress.bytes() > 0) {
                sending.add(name);
            }
        };
        fixture.context().getRegistry().bind(name, listener);
        return options + "&uploadListener=#" + name;
    }

    private void restart(Consumer<ApiVideoComponent> component, Consumer<CamelContext> settings) {
        fixture.restart(simulator -> {}, context -> {
            settings.accept(context);
            component.accept(context.getComponent("apivideo", ApiVideoComponent.class));
        });
    }

    private CompletableFuture<Exchange> upload(String options, Object body) throws Exception {
        Endpoint endpoint = fixture.context().getEndpoint("apivideo:upload?" + options);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        return producer.processAsync(exchange);
    }
}
