// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.stream;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.body.Caches;
import io.github.camelapivideo.body.SlowCache;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SimpleTypeConverter;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What can be read once is read once: no second reader uploads the rest of a stream as if it were the whole. */
@Timeout(60)
class StreamReadersTest {

    private static final String REFUSAL = "The body is a stream that an earlier try has read already";
    private static final String UPLOAD = "apivideo:upload?partSize=5MiB&parallelism=1&maxRetries=0";

    @TempDir
    Path folder;

    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        held.countDown();
    }

    private interface Steps {
        void of(RouteDefinition route);
    }

    private void raw(Steps steps) {
        route("false", steps);
    }

    private void cached(Steps steps) {
        route("true", steps);
    }

    private void route(String streamCache, Steps steps) {
        try {
            fixture.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    steps.of(from("direct:start").streamCache(streamCache));
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange send(Object body) {
        return fixture.template()
                .request("direct:start", exchange -> exchange.getMessage().setBody(body));
    }

    private void refuseTheFirstPart() {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
    }

    private void assertRefusedAndNothingLeft(Exchange exchange) {
        assertThat(exchange.getException()).hasStackTraceContaining(REFUSAL);
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().requests(RequestKind.CREATE))
                .as("the second reader was refused before a container was made")
                .hasSize(1);
    }

    private void assertOnlyWholeVideos(TestVideo video, int count) {
        assertThat(fixture.simulator().videos()).hasSize(count).allSatisfy(received -> {
            assertThat(received.complete()).isTrue();
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void aFailoverDoesNotSendTheRestToTheSecondAccount() {
        raw(route -> route.loadBalance().failover().to(UPLOAD, UPLOAD + "&title=second"));
        refuseTheFirstPart();
        assertRefusedAndNothingLeft(send(TestVideo.of(3 * PART).stream()));
    }

    @Test
    void theRefusalNamesItsCausesAndItsRemedy() {
        raw(route -> route.loadBalance().failover().to(UPLOAD, UPLOAD + "&title=second"));
        refuseTheFirstPart();
        assertThat(send(TestVideo.of(3 * PART).stream()).getException())
                .hasMessageContainingAll("failover", "loop", "multicast", "redelivery", "wireTap")
                .hasMessageContainingAll("stream caching", "spool");
    }

    @Test
    void aRedeliveryKeepsTheReasonOfTheFirstTry() {
        raw(route -> route.onException(Exception.class)
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .end()
                .to(UPLOAD));
        refuseTheFirstPart();
        Exchange exchange = send(TestVideo.of(3 * PART).stream());
        assertRefusedAndNothingLeft(exchange);
        assertThat(exchange.getException().getSuppressed()).singleElement().satisfies(first -> assertThat(first)
                .hasMessageContaining("uploaded-file-invalid-file"));
    }

    @Test
    void aLoopOverCopiesUploadsAStreamOnce() {
        TestVideo video = TestVideo.of(PART + 2);
        raw(route -> route.loop(2).copy().to(UPLOAD));
        assertThat(send(video.stream()).getException()).hasStackTraceContaining(REFUSAL);
        assertOnlyWholeVideos(video, 1);
    }

    @Test
    void sendsNoRestWhenALoopContinuesAfterAFailure() {
        raw(route ->
                route.loop(2).copy().doTry().to(UPLOAD).doCatch(Exception.class).end());
        refuseTheFirstPart();
        send(TestVideo.of(3 * PART).stream());
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.parts()).hasSize(1);
    }

    @Test
    void aParallelMulticastLetsExactlyOneBranchRead() {
        TestVideo video = TestVideo.of(4 * PART);
        raw(route -> route.multicast().parallelProcessing().to(UPLOAD, UPLOAD + "&title=b", UPLOAD + "&title=c"));
        send(video.tricklingStream());
        assertOnlyWholeVideos(video, 1);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);
    }

    @Test
    void aParallelMulticastOfACachedStreamUploadsTheWholeInEveryBranch() {
        TestVideo video = TestVideo.of(2 * PART + 1);
        cached(route -> route.multicast().parallelProcessing().to(UPLOAD, UPLOAD + "&title=b", UPLOAD + "&title=c"));
        assertThat(send(video.tricklingStream()).getException()).isNull();
        assertOnlyWholeVideos(video, 3);
    }

    @Test
    void aRecipientListUploadsAStreamOnce() {
        TestVideo video = TestVideo.of(PART + 2);
        raw(route -> route.recipientList(ExpressionBuilder.constantExpression(UPLOAD + "#" + UPLOAD + "&title=b"), "#")
                .stopOnException());
        assertThat(send(video.stream()).getException()).hasStackTraceContaining(REFUSAL);
        assertOnlyWholeVideos(video, 1);
    }

    @Test
    void anEnricherAndWhatFollowsItUploadAStreamOnce() {
        TestVideo video = TestVideo.of(PART + 2);
        raw(route -> route.enrich(UPLOAD, (old, video1) -> old).to(UPLOAD));
        assertThat(send(video.stream()).getException()).hasStackTraceContaining(REFUSAL);
        assertOnlyWholeVideos(video, 1);
    }

    @Test
    void aWireTapAndTheRouteUploadAStreamOnce() {
        TestVideo video = TestVideo.of(2 * PART);
        raw(route -> route.wireTap(UPLOAD + "&title=tapped").to(UPLOAD));
        send(video.stream());
        Awaitility.await()
                .until(() -> fixture.simulator().videos().size() == 1
                        && fixture.simulator().videos().get(0).complete());
        Awaitility.await().until(() -> fixture.context().getInflightRepository().size() == 0);
        assertOnlyWholeVideos(video, 1);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);
    }

    @Test
    void anExchangeOfItsOwnDoesNotSendTheRest() {
        refuseTheFirstPart();
        InputStream stream = TestVideo.of(3 * PART).stream();
        fixture.template().request(UPLOAD, exchange -> exchange.getMessage().setBody(stream));
        assertRefusedAndNothingLeft(fixture.template()
                .request(UPLOAD, exchange -> exchange.getMessage().setBody(stream)));
    }

    @Test
    void aPartIsNotTheRestOfAnUpload() {
        refuseTheFirstPart();
        InputStream stream = TestVideo.of(3 * PART).stream();
        fixture.template().request(UPLOAD, exchange -> exchange.getMessage().setBody(stream));
        int requests = fixture.simulator().requests().size();

        Exchange part = fixture.template()
                .request("apivideo:uploadPart?videoId=vi1&partNumber=1", exchange -> exchange.getMessage()
                        .setBody(stream));

        assertThat(part.getException()).hasMessageContaining(REFUSAL);
        assertThat(fixture.simulator().requests()).hasSize(requests);
    }

    @Test
    void aPartThatFailedIsNotSentFromWhereItEnded() {
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        raw(route -> route.loadBalance()
                .failover()
                .to(
                        "apivideo:uploadPart?maxRetries=0&partNumber=1&totalParts=2&videoId=" + videoId,
                        "apivideo:uploadPart?partNumber=1&totalParts=2&videoId=" + videoId));
        Exchange part = fixture.template().request("direct:start", exchange -> {
            exchange.getMessage().setBody(TestVideo.of(PART + 3).stream());
            exchange.getMessage().setHeader(ApiVideoConstants.PART_LENGTH, PART);
        });
        assertThat(part.getException()).hasStackTraceContaining(REFUSAL);
        assertThat(fixture.parts()).isEmpty();
    }

    static Stream<Named<Function<String, Object>>> whatIsReadOnce() {
        return Stream.of(
                Named.of("stream", StreamReadersTest::stream),
                Named.of("wrapped stream", text -> {
                    GenericFile<String> wrapped = new GenericFile<>();
                    wrapped.setFile("a name on another machine");
                    wrapped.setBody(stream(text));
                    return wrapped;
                }),
                Named.of("source of a stream", text -> new StreamSource(stream(text))),
                Named.of("source of a reader", text -> new StreamSource(new StringReader(text))),
                Named.of("source of SAX", text -> new SAXSource(new InputSource(new StringReader(text)))),
                Named.of("reader", StringReader::new),
                Named.of("reader of a stream", text -> new InputStreamReader(stream(text), StandardCharsets.US_ASCII)),
                Named.of("iterator", text -> List.of(text).iterator()));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @MethodSource("whatIsReadOnce")
    void aRedeliverySendsNoRestOfWhatIsReadOnce(Function<String, Object> kind) {
        streamOf(Iterator.class, body -> ((Iterator<?>) body).next());
        streamOf(SAXSource.class, body -> ((SAXSource) body).getInputSource().getCharacterStream());
        raw(route -> route.onException(Exception.class)
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .end()
                .to(UPLOAD + "&contentCheck=off"));
        refuseTheFirstPart();
        assertRefusedAndNothingLeft(send(kind.apply("<a>" + "v".repeat(3 * PART) + "</a>")));
    }

    /** Some applications bring converters of their own. */
    private void streamOf(Class<?> type, Function<Object, Object> content) {
        fixture.context()
                .getTypeConverterRegistry()
                .addTypeConverter(
                        InputStream.class, type, new SimpleTypeConverter(true, (to, exchange, body) -> fixture.context()
                                .getTypeConverter()
                                .convertTo(InputStream.class, exchange, content.apply(body))));
    }

    @Test
    void twoSourcesOfOneStreamAreOneStream() {
        refuseTheFirstPart();
        InputStream stream = TestVideo.of(3 * PART).stream();
        fixture.template().request(UPLOAD, exchange -> exchange.getMessage().setBody(new StreamSource(stream)));
        assertRefusedAndNothingLeft(fixture.template()
                .request(UPLOAD, exchange -> exchange.getMessage().setBody(new StreamSource(stream))));
    }

    @Test
    void whatConvertersMakeAStreamOfAgainMayBeReadAgain() {
        TestVideo video = TestVideo.of(2 * PART);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(video.bytes());
        raw(route -> route.loop(2).copy().to(UPLOAD));
        for (Object body : List.of(bytes, video.bytes())) {
            assertThat(send(body).getException()).isNull();
        }
        assertOnlyWholeVideos(video, 4);
    }

    @Test
    void aServerMayGiveItsOneStreamToEachRequestOfAConnection() {
        TestVideo video = TestVideo.of(100_000);
        RecycledStream recycled = new RecycledStream(video);
        raw(route -> route.to(UPLOAD));
        for (int request = 0; request < 3; request++) {
            recycled.nextRequest();
            assertThat(send(recycled).getException()).isNull();
        }
        assertOnlyWholeVideos(video, 3);
    }

    /** The stream of an HTTP connection, as servlet containers keep it: one object for all its requests. */
    private static final class RecycledStream extends FilterInputStream {
        private final TestVideo video;

        RecycledStream(TestVideo video) {
            super(InputStream.nullInputStream());
            this.video = video;
        }

        void nextRequest() {
            in = video.stream();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoUploadsOfOneCacheAtOnceAreBothWhole(Caches caches) throws Exception {
        caches.in(fixture.context(), folder);
        TestVideo video = TestVideo.of(3 * PART + 1);
        Object cache = Caches.of(video, fixture.context());
        CompletableFuture<Exchange> first = heldAtItsFirstPart(cache);

        Exchange second = upload(cache);
        held.countDown();

        fixture.assertArrived(second, video);
        fixture.assertArrived(first.get(20, TimeUnit.SECONDS), video);
    }

    @ParameterizedTest
    @EnumSource
    void anotherReaderOfACacheDoesNotDisturbAnUpload(Caches caches) throws Exception {
        caches.in(fixture.context(), folder);
        TestVideo video = TestVideo.of(3 * PART + 1);
        InputStream cache = (InputStream) Caches.of(video, fixture.context());
        CompletableFuture<Exchange> upload = heldAtItsFirstPart(cache);

        assertThat(cache.readAllBytes()).isEqualTo(video.bytes());
        held.countDown();

        fixture.assertArrived(upload.get(20, TimeUnit.SECONDS), video);
    }

    @Test
    void aSpooledFileStaysUntilTheUploadThatReadsItHasEnded() throws Exception {
        Caches.ON_DISK.in(fixture.context(), folder);
        TestVideo video = TestVideo.of(3 * PART + 1);
        Exchange owner = new DefaultExchange(fixture.context());
        Object cache = Caches.of(video, owner);
        CompletableFuture<Exchange> upload = heldAtItsFirstPart(cache);

        UnitOfWorkHelper.doneSynchronizations(
                owner, owner.getExchangeExtension().handoverCompletions());
        assertThat(folder).isNotEmptyDirectory();
        held.countDown();

        fixture.assertArrived(upload.get(20, TimeUnit.SECONDS), video);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatTheApplicationHasPutIntoACacheStays() throws Exception {
        TestVideo video = TestVideo.of(PART + 1);
        Path file = Files.write(folder.resolve("a.mp4"), video.bytes());

        fixture.assertArrived(upload(new FileInputStreamCache(file.toFile())), video);

        assertThat(file).hasSize(video.bytes().length);
    }

    @Test
    void aSpooledFileThatIsGoneIsNamedAsTheReason() {
        Caches.ON_DISK.in(fixture.context(), folder);
        Exchange owner = new DefaultExchange(fixture.context());
        Object cache = Caches.of(TestVideo.of(PART), owner);
        UnitOfWorkHelper.doneSynchronizations(
                owner, owner.getExchangeExtension().handoverCompletions());

        assertThat(upload(cache).getException())
                .hasMessageContainingAll("Camel deletes what it has spooled when the exchange ends", "aggregation");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void anUploadThatFailsLeavesNoSpooledFile() {
        Caches.ON_DISK.in(fixture.context(), folder);
        cached(route -> route.onException(Exception.class)
                .maximumRedeliveries(2)
                .redeliveryDelay(0)
                .end()
                .to(UPLOAD));
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
        assertThat(send(TestVideo.of(3 * PART).tricklingStream()).getException())
                .isNotNull();
        assertThat(fixture.parts()).hasSize(3);
        assertThat(folder).isEmptyDirectory();
    }

    private CompletableFuture<Exchange> heldAtItsFirstPart(Object body) {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = fixture.template()
                .asyncSend(UPLOAD, exchange -> exchange.getMessage().setBody(body));
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() > 0);
        return upload;
    }

    private Exchange upload(Object body) {
        return fixture.template()
                .request(UPLOAD, exchange -> exchange.getMessage().setBody(body));
    }

    @Test
    void aCacheThatMakesNoCopiesIsLentToOneReaderAtATime() throws Exception {
        TestVideo video = TestVideo.of(2 * PART);
        SlowCache cache = new SlowCache(video, PART + 1);
        CompletableFuture<Exchange> first = fixture.template()
                .asyncSend(UPLOAD, exchange -> exchange.getMessage().setBody(cache));
        cache.awaitSlowPlace();
        int resets = cache.resets();

        Exchange second = fixture.template()
                .request(UPLOAD, exchange -> exchange.getMessage().setBody(cache));

        assertThat(second.getException())
                .hasMessageContaining("SlowCache, a stream cache that makes no copies of itself, and another upload"
                        + " is still reading it");
        assertThat(cache.resets()).isEqualTo(resets);
        cache.goOn();
        fixture.assertArrived(first.get(20, TimeUnit.SECONDS), video);
        fixture.assertArrived(
                fixture.template()
                        .request(UPLOAD, exchange -> exchange.getMessage().setBody(cache)),
                video);
    }

    @Test
    void stopsAReaderThatWasCutOff() throws Exception {
        SlowCache cache = new SlowCache(TestVideo.of(3 * PART), PART + 1);
        Exchange failed = fixture.template().request(UPLOAD + "&sourceTimeout=200", exchange -> exchange.getMessage()
                .setBody(cache));
        assertThat(failed.getException()).hasMessageContaining("(sourceTimeout)");
        long read = cache.position();
        cache.goOn();
        Awaitility.await().until(() -> cache.position() != read);
        long last = cache.position();
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> cache.position() == last);
        assertThat(last - read).as("the one read that was under way").isLessThanOrEqualTo(PART);
    }

    @Test
    void theCacheIsThereForTheNextStep() {
        TestVideo video = TestVideo.of(PART + 1);
        cached(route -> route.setProperty("kept", ExpressionBuilder.bodyExpression())
                .to(UPLOAD)
                .setBody(ExpressionBuilder.exchangePropertyExpression("kept")));
        Exchange exchange = send(video.tricklingStream());
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(video.bytes());
    }
}
