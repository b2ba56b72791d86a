// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.peers.S3Peer;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.zipfile.ZipSplitter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the table in {@code docs/routes.md}: each is a test with the row's name. */
@Timeout(60)
class RoutesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "routes.md");
    private static final TestVideo VIDEO = TestVideo.of(2 * PART + 1);
    private static final String UPLOAD = "apivideo:upload?parallelism=1";
    private static final String OTHER = UPLOAD + "&title=other";

    @TempDir
    Path folder;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Outcomes outcomes = new Outcomes();
    private ApiVideoSimulator simulator;
    private Path inbox;

    @BeforeEach
    void start() throws Exception {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        simulator = ApiVideoSimulator.builder().start();
        ApiVideoConfiguration options =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        options.setApiKey(simulator.apiKey());
        options.setBaseUri(simulator.baseUri().toString());
        options.setPartSize("5MiB");
        options.setMaxRetries(0);
        context.getManagementStrategy().addEventNotifier(outcomes);
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void everyRowOfThePageIsATest() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| pattern |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[1].trim())
                .toList();
        List<String> tests = Stream.of(getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(DisplayName.class))
                .map(RoutesPageTest::name)
                .toList();
        assertThat(rows).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(tests);
    }

    private static String name(Method test) {
        return test.getAnnotation(DisplayName.class).value();
    }

    private interface Steps {
        void of(RouteDefinition route);
    }

    private void route(String from, Steps steps) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                steps.of(from(from));
            }
        });
    }

    private Exchange send(Object body) {
        context.start();
        return context.createProducerTemplate()
                .request("direct:start", exchange -> exchange.getMessage().setBody(body));
    }

    /** As a peer's: Camel knows no bytes behind it. */
    private static InputStream stream() {
        return new BufferedInputStream(new ByteArrayInputStream(VIDEO.bytes()));
    }

    private Path fileInTheInbox(String name) throws IOException {
        return Files.write(inbox.resolve(name), VIDEO.bytes());
    }

    private String inbox(String options) {
        return "file:" + inbox + "?initialDelay=0&delay=50&" + options;
    }

    private void refuseTheFirstPart() {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.problem(400, "uploaded-file-invalid-file"));
    }

    private void assertWholeVideos(int count) {
        assertThat(simulator.videos()).hasSize(count).allSatisfy(RoutesPageTest::assertWhole);
    }

    private static void assertWhole(ReceivedVideo received) {
        assertThat(received.complete()).isTrue();
        assertThat(received.sha256()).isEqualTo(VIDEO.sha256());
    }

    private void assertRefusedAsRead(Exchange exchange) {
        assertThat(exchange.getException())
                .hasStackTraceContaining("The body is a stream that an earlier try has read already");
    }

    private void spool() {
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolThreshold(1);
        context.getStreamCachingStrategy()
                .setSpoolDirectory(folder.resolve("spool").toFile());
    }

    private void assertNothingSpooled() {
        await().untilAsserted(() ->
                assertThat(folder.resolve("spool").toFile().list()).isEmpty());
    }

    /** Waits for the first exchange that fails. */
    private Throwable failure() {
        Optional<Throwable> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            outcome = outcomes.next();
        }
        return outcome.get();
    }

    private static Expression text(String uris) {
        return ExpressionBuilder.constantExpression(uris);
    }

    @Test
    @DisplayName("`streamCache(\"false\")`")
    void aRawStreamGoesThroughOnce() throws Exception {
        route("direct:start", route -> route.streamCache("false").to(UPLOAD));
        InputStream stream = stream();
        assertThat(send(stream).getException()).isNull();
        assertThat(send(stream).getException()).hasMessageContaining("stream");
        assertWholeVideos(1);
    }

    @Test
    @DisplayName("stream caching in memory")
    void aCachedStreamIsReadAgain() throws Exception {
        route("direct:start", route -> route.to("log:body?showStreams=true").to(UPLOAD));
        assertThat(send(stream()).getException()).isNull();
        assertWholeVideos(1);
    }

    @Test
    @DisplayName("stream caching with spooling")
    void aSpooledStreamIsReadAgainAndDeleted() throws Exception {
        spool();
        route("direct:start", route -> route.log("${body.class}").loop(2).copy().to(UPLOAD));
        assertThat(send(stream()).getException()).isNull();
        assertWholeVideos(2);
        assertNothingSpooled();
    }

    @Test
    @DisplayName("redelivery")
    void aRedeliveryBeginsAnew() throws Exception {
        route("direct:start", route -> redelivered(route).to(UPLOAD));
        refuseTheFirstPart();
        assertThat(send(stream()).getException()).isNull();
        refuseTheFirstPart();
        assertThat(send(fileInTheInbox("film.mp4").toFile()).getException()).isNull();
        assertWholeVideos(2);

        route("direct:raw", route -> redelivered(route.streamCache("false")).to(UPLOAD));
        refuseTheFirstPart();
        assertRefusedAsRead(context.createProducerTemplate()
                .request("direct:raw", exchange -> exchange.getMessage().setBody(stream())));
        assertWholeVideos(2);
    }

    private static RouteDefinition redelivered(RouteDefinition route) {
        route.onException(Exception.class).maximumRedeliveries(1).redeliveryDelay(0);
        return route;
    }

    @Test
    @DisplayName("`failover`")
    void theNextAccountGetsTheWhole() throws Exception {
        route("direct:start", route -> route.loadBalance().failover().to(UPLOAD, OTHER));
        refuseTheFirstPart();
        assertThat(send(stream()).getException()).isNull();
        assertWholeVideos(1);
        assertThat(simulator.videos().get(0).title()).isEqualTo("other");
    }

    @Test
    @DisplayName("`loop`")
    void eachRoundUploadsAVideo() throws Exception {
        route("direct:start", route -> route.loop(3).copy().to(UPLOAD));
        assertThat(send(stream()).getException()).isNull();
        assertWholeVideos(3);
    }

    @Test
    @DisplayName("`multicast`, `recipientList`")
    void eachBranchUploadsTheWhole() throws Exception {
        route("direct:start", route -> route.multicast()
                .aggregationStrategy(AggregationStrategies.useOriginal())
                .parallelProcessing()
                .to(UPLOAD, OTHER)
                .end()
                .recipientList(text(UPLOAD + "#" + OTHER), "#")
                .parallelProcessing());
        assertThat(send(stream()).getException()).isNull();
        assertWholeVideos(4);
    }

    @Test
    @DisplayName("`wireTap`")
    void theTapAndTheRouteUploadTheWhole() throws Exception {
        spool();
        route("direct:start", route -> route.wireTap(OTHER).to(UPLOAD));
        assertThat(send(stream()).getException()).isNull();
        await().untilAsserted(() -> assertWholeVideos(2));
        assertNothingSpooled();
    }

    @Test
    @DisplayName("`seda`")
    void aFileIsMovedWhenTheUploadBehindTheQueueIsDone() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        route(inbox("move=done"), route -> route.to("seda:uploads"));
        route("seda:uploads", route -> route.to(UPLOAD));
        Path file = fileInTheInbox("film.mp4");
        context.start();
        await().until(() -> simulator.maxConcurrentUploads() == 1);
        assertThat(file).exists();
        held.countDown();
        await().until(() -> Files.exists(inbox.resolve("done/film.mp4")));
        assertWholeVideos(1);
    }

    @Test
    @DisplayName("`split`")
    void eachEntryOfAZipIsAVideo() throws Exception {
        Path zip = folder.resolve("films.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (String name : List.of("one.mp4", "two.mp4")) {
                entries.putNextEntry(new ZipEntry(name));
                entries.write(VIDEO.bytes());
            }
        }
        route("direct:start", route -> route.streamCache("false")
                .split(new ZipSplitter())
                .streaming()
                .to(UPLOAD));
        assertThat(send(zip.toFile()).getException()).isNull();
        assertWholeVideos(2);
        assertThat(simulator.videos()).extracting(ReceivedVideo::title).containsExactlyInAnyOrder("one.mp4", "two.mp4");
    }

    @Test
    @DisplayName("`enrich`")
    void aStrategyKeepsTheBody() throws Exception {
        route("direct:start", route -> route.enrich(UPLOAD, AggregationStrategies.useOriginal())
                .to(OTHER));
        assertThat(send(stream()).getException()).isNull();
        assertWholeVideos(2);
    }

    @Test
    @DisplayName("`pollEnrich`")
    void aPolledFileIsMovedAfterTheUploadAndStaysIfItFails() throws Exception {
        route("direct:start", route -> route.pollEnrich(inbox("move=done"), 5_000)
                .to(UPLOAD)
                .process(exchange -> assertThat(inbox.resolve("film.mp4")).exists()));
        fileInTheInbox("film.mp4");
        refuseTheFirstPart();
        assertThat(send(null).getException()).isNotNull();
        assertThat(inbox.resolve("film.mp4")).exists();

        assertThat(send(null).getException()).isNull();
        assertThat(inbox.resolve("done/film.mp4")).exists();
        assertWholeVideos(1);
    }

    @Test
    @DisplayName("`aggregate`")
    void filesThatStayAreAggregatedAndSpooledStreamsAreNot() throws Exception {
        spool();
        route(inbox("noop=true"), route -> route.to("direct:grouped"));
        route("direct:grouped", route -> route.aggregate(text("all"), AggregationStrategies.groupedBody())
                .completionSize(2)
                .split(ExpressionBuilder.bodyExpression())
                .stopOnException()
                .to(UPLOAD));
        route("direct:start", route -> route.to("direct:grouped"));
        fileInTheInbox("one.mp4");
        fileInTheInbox("two.mp4");
        context.start();
        await().untilAsserted(() -> assertWholeVideos(2));

        send(stream());
        assertThat(send(stream()).getException()).isNull();
        assertThat(failure()).hasStackTraceContaining("Cannot reset stream from file");
        assertWholeVideos(2);
    }

    @Test
    @DisplayName("circuit breaker")
    void theUploadThatTimedOutAndTheFallbacksAreBothWhole() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        route("direct:start", route -> route.circuitBreaker()
                .resilience4jConfiguration()
                .timeoutEnabled(true)
                .timeoutDuration(300)
                .end()
                .to(UPLOAD)
                .onFallback()
                .to(OTHER));
        assertThat(send(stream()).getException()).isNull();
        held.countDown();
        await().untilAsserted(() -> assertWholeVideos(2));
    }

    @Test
    @DisplayName("transacted route")
    void aMessageThatComesAgainFindsItsVideo() throws Exception {
        VideoQueue queue = VideoQueue.redelivering(folder);
        try {
            context.addComponent("jms", queue.component());
            AtomicInteger deliveries = new AtomicInteger();
            route("jms:queue:" + VideoQueue.NAME + "?transacted=true&receiveTimeout=100", route -> route.to(
                            UPLOAD + "&uploadKey=${header.JMSMessageID}")
                    .process(exchange -> {
                        if (deliveries.incrementAndGet() == 1) {
                            throw new IOException("the database is away");
                        }
                    }));
            queue.send(VIDEO);
            context.start();
            await().until(() -> deliveries.get() == 2);
            await().until(() -> !queue.hasMessage());
            assertWholeVideos(1);
        } finally {
            context.stop();
            queue.close();
        }
    }

    @Test
    @DisplayName("idempotent consumer")
    void aFileWhoseUploadFailedMayComeAgainAndAnotherIsSkipped() throws Exception {
        IdempotentRepository repository = MemoryIdempotentRepository.memoryIdempotentRepository();
        route("direct:start", route -> route.idempotentConsumer(
                        ExpressionBuilder.bodyExpression(
                                Path.class, path -> path + " " + path.toFile().length()),
                        repository)
                .to(UPLOAD));
        Path file = fileInTheInbox("film.mp4");
        refuseTheFirstPart();
        assertThat(send(file).getException()).isNotNull();
        assertThat(send(file).getException()).isNull();
        assertThat(send(file).getException()).isNull();
        assertWholeVideos(1);
    }

    @Test
    @DisplayName("`maxMessagesPerPoll`")
    void anObjectIsOpenedWhenItsUploadBeginsAndNotBefore() throws Exception {
        Bucket bucket = Bucket.start();
        AtomicInteger opened = new AtomicInteger();
        List<Integer> openedAsEachBegins = new CopyOnWriteArrayList<>();
        try {
            context.getRegistry().bind("s3", bucket.countingClient(opened));
            bucket.put("one.mp4", VIDEO);
            bucket.put("two.mp4", VIDEO);
            route(s3UriOfThePage() + "&amazonS3Client=#s3&initialDelay=0&delay=50", route -> route.streamCache("false")
                    .process(exchange -> openedAsEachBegins.add(opened.get()))
                    .to(UPLOAD));
            context.start();
            await().untilAsserted(() -> assertWholeVideos(2));
            await().until(() -> !bucket.has("one.mp4") && !bucket.has("two.mp4"));
        } finally {
            context.stop();
            bucket.close();
        }
        assertThat(openedAsEachBegins).containsExactly(1, 2);
    }

    /** Returns the URI of the page's S3 route, for the bucket of the tests. It is the same in Java, XML and YAML. */
    private static String s3UriOfThePage() throws IOException {
        List<String> uris = Pattern.compile("aws2-s3:bucket\\?[^\"\\s]+")
                .matcher(Files.readString(PAGE))
                .results()
                .map(uri -> uri.group().replace("&amp;", "&"))
                .toList();
        assertThat(uris).hasSize(3).containsOnly(uris.get(0));
        return uris.get(0).replace("aws2-s3:bucket", "aws2-s3:" + S3Peer.BUCKET);
    }
}
