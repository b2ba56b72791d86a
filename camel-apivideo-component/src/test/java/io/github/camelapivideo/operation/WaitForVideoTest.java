// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException.WaitFailed;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange waits until its video has arrived, can be played or is encoded. */
@Timeout(60)
class WaitForVideoTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void start(Duration assembly, Duration encoding) {
        fixture.restart(simulator -> simulator.assemblyTime(assembly).encodingTime(encoding));
        fixture.options().setWaitInterval(20);
    }

    private String upload() {
        return fixture.upload("", TestVideo.of(10).bytes())
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private Exchange waitFor(String videoId, String options) {
        return fixture.template().request("apivideo:waitForVideo?" + options, exchange -> {
            exchange.getMessage().setBody("an earlier body");
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
        });
    }

    private CompletableFuture<Exchange> begin(String videoId, String options) {
        int asked = fixture.simulator().requests(RequestKind.STATUS).size();
        CompletableFuture<Exchange> waiting = fixture.template()
                .asyncSend("apivideo:waitForVideo?" + options, exchange -> exchange.getMessage()
                        .setHeader(ApiVideoConstants.VIDEO_ID, videoId));
        Awaitility.await()
                .until(() -> fixture.simulator().requests(RequestKind.STATUS).size() > asked);
        return waiting;
    }

    private static WaitFailed failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(WaitFailed.class);
        return exchange.getException(WaitFailed.class);
    }

    @Test
    void waitsUntilTheVideoIsPlayable() {
        start(Duration.ofMillis(100), Duration.ofMillis(400));
        String videoId = upload();

        Exchange exchange = waitFor(videoId, "");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(VideoStatus.class).encoding().playable())
                .isTrue();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.VIDEO_ID, videoId)
                .containsEntry(ApiVideoConstants.COMPLETE, true)
                .containsEntry(ApiVideoConstants.PLAYABLE, true)
                .containsEntry(ApiVideoConstants.PARTS_RECEIVED, 0);
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSizeBetween(3, 30);
    }

    @Test
    void uploadedDoesNotWaitForTheEncoding() {
        start(Duration.ofMillis(300), NEVER);
        Exchange exchange = waitFor(upload(), "waitFor=uploaded");
        VideoStatus status = exchange.getMessage().getBody(VideoStatus.class);
        assertThat(status.ingest().status()).isEqualTo("uploaded");
        assertThat(status.encoding().playable()).isFalse();
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSizeGreaterThan(1);
    }

    @Test
    void encodedIsReadOnceMoreBecauseTheListMayGrow() {
        start(Duration.ZERO, Duration.ZERO);
        Exchange exchange = waitFor(upload(), "waitFor=encoded");
        assertThat(exchange.getException()).isNull();
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSize(2);
    }

    private void encode(EncodingScript script) {
        fixture.restart(simulator -> simulator.encoding(script));
        fixture.options().setWaitInterval(20);
        fixture.options().setMaxWaitInterval(50);
    }

    @Test
    void encodedWaitsForTheLastQuality() {
        encode(EncodingScript.ofHeight(720).oneAfterAnother(Duration.ofMillis(80)));
        VideoStatus status = waitFor(upload(), "waitFor=encoded").getMessage().getBody(VideoStatus.class);
        assertThat(status.encoding().qualities())
                .hasSize(5)
                .extracting(VideoStatus.Quality::status)
                .containsOnly("encoded");
    }

    @Test
    void aListThatGrowsIsWaitedFor() {
        encode(EncodingScript.ofHeight(360).appearing("mp4", "360p", Duration.ofMillis(100)));
        fixture.options().setWaitInterval(400);
        VideoStatus status = waitFor(upload(), "waitFor=encoded").getMessage().getBody(VideoStatus.class);
        assertThat(status.encoding().qualities()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"playable", "encoded"})
    void anEncodingThatFailsEndsTheWaitAndNamesTheQualities(String goal) {
        encode(EncodingScript.ofHeight(240).taking(Duration.ofMillis(100)).failing());
        String videoId = upload();

        WaitFailed failure = failure(waitFor(videoId, "waitFor=" + goal));

        assertThat(failure)
                .hasMessage("Video " + videoId + " will not be " + goal + ": the encoding of hls 240p, mp4 240p failed;"
                        + " its source is uploaded, 0 of 2 qualities are encoded, and it is not playable. The video"
                        + " stays");
        assertThat(failure.getVideoId()).isEqualTo(videoId);
        assertThat(failure.getGoal()).isEqualTo(goal);
        assertThat(failure.getLastStatus().encoding().failed()).isTrue();
        assertThat(fixture.simulator().video(videoId)).isPresent();
    }

    @Test
    void aQualityThatFailsMakesAVideoPlayableButNeverEncoded() {
        encode(EncodingScript.ofHeight(360).taking(Duration.ofMillis(100)).failing("hls", "360p"));
        String videoId = upload();
        assertThat(waitFor(videoId, "waitFor=playable").getException()).isNull();
        assertThat(failure(waitFor(videoId, "waitFor=encoded")))
                .hasMessage("Video " + videoId + " will not be encoded: the encoding of hls 360p failed; its source is"
                        + " uploaded, 2 of 3 qualities are encoded (hls 240p, mp4 360p), and it is playable. The video"
                        + " stays");
    }

    @Test
    void theTimeoutTellsHowFarTheVideoHasCome() {
        start(Duration.ZERO, NEVER);
        String videoId = upload();

        Exchange exchange = waitFor(videoId, "waitTimeout=300");

        WaitFailed failure = failure(exchange);
        assertThat(failure)
                .hasMessageMatching(
                        "Video " + videoId + " is not playable after 300 ms \\(waitTimeout\\): its source is"
                                + " uploaded, 0 of 5 qualities are encoded; unchanged for \\d+ ms\\. The video stays:"
                                + " waitForVideo continues the wait");
        assertThat(failure.getVideoId()).isEqualTo(videoId);
        assertThat(failure.getLastStatus().arrived()).isTrue();
        assertThat(failure.getStatus()).isZero();
        assertThat(exchange.getMessage().getBody()).isEqualTo("an earlier body");
    }

    @Test
    void theTimeoutOfAnEmptyContainerSaysSo() {
        start(Duration.ZERO, Duration.ZERO);
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        assertThat(failure(waitFor(videoId, "waitTimeout=100&waitFor=uploaded")))
                .hasMessageContaining("its source is ")
                .hasMessageContaining(", no quality is listed yet;");
    }

    @Test
    void thePartsThatHaveArrivedAreInTheMessage() {
        start(Duration.ZERO, Duration.ZERO);
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        fixture.template()
                .requestBody(
                        "apivideo:uploadPart?partNumber=1&totalParts=3&videoId=" + videoId,
                        TestVideo.of(TestVideo.PART).bytes());
        WaitFailed failure = failure(waitFor(videoId, "waitTimeout=100&waitFor=encoded"));
        assertThat(failure).hasMessageContaining("its source is uploading with 1 of 3 parts,");
        assertThat(failure.getPartsReceived()).isEqualTo(1);
    }

    @Test
    void aStatusThatIsNeverAnsweredDoesNotHoldTheWaitBeyondItsTimeout() {
        start(Duration.ZERO, Duration.ZERO);
        String videoId = upload();
        fixture.simulator().faults().on(RequestKind.STATUS).then(Fault.stallBeforeProcessing());
        assertThat(failure(waitFor(videoId, "waitTimeout=300")))
                .hasMessageContaining("after 300 ms (waitTimeout): its status could not be read");
    }

    @Test
    void aVideoThatDoesNotExistEndsTheWait() {
        start(Duration.ZERO, NEVER);
        WaitFailed failure = failure(waitFor("vi1", ""));
        assertThat(failure.getStatus()).isEqualTo(404);
        assertThat(failure.getProblem().slug()).isEqualTo("resource-not-found");
        assertThat(failure).hasMessageStartingWith("Waiting for video vi1 to be playable ended: ");
    }

    @Test
    void aVideoThatIsDeletedMeanwhileEndsTheWait() throws Exception {
        start(Duration.ZERO, NEVER);
        String videoId = upload();
        CompletableFuture<Exchange> waiting = begin(videoId, "maxWaitInterval=20");
        fixture.template().requestBodyAndHeader("apivideo:deleteVideo", null, ApiVideoConstants.VIDEO_ID, videoId);
        assertThat(failure(waiting.get(20, TimeUnit.SECONDS)).getStatus()).isEqualTo(404);
    }

    @Test
    void anAccountThatIsSuspendedEndsTheWait() throws Exception {
        start(Duration.ZERO, NEVER);
        CompletableFuture<Exchange> waiting = begin(upload(), "maxWaitInterval=20");
        fixture.simulator().suspendAccount(true);
        assertThat(failure(waiting.get(20, TimeUnit.SECONDS)).getStatus()).isEqualTo(403);
    }

    @Test
    void questionsWhoseRetriesAreUsedUpDoNotEndTheWait() {
        start(Duration.ZERO, Duration.ZERO);
        String videoId = upload();
        fixture.simulator().faults().on(RequestKind.STATUS).times(6).then(Fault.status(503));
        assertThat(waitFor(videoId, "maxRetries=1&maxWaitInterval=20").getException())
                .isNull();
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSize(7);
    }

    @Test
    void theFailureOfTheLatestQuestionIsInTheMessageAndTheCause() {
        start(Duration.ZERO, NEVER);
        String videoId = upload();
        fixture.simulator().faults().on(RequestKind.STATUS).then(Fault.status(503));
        WaitFailed failure = failure(waitFor(videoId, "maxRetries=0&waitTimeout=300"));
        assertThat(failure).hasMessageContaining("; the latest question failed: Getting the status of " + videoId);
        assertThat(failure.getStatus()).isEqualTo(503);
    }

    @Test
    void theComponentsStopEndsTheWaitAndSaysThatTheVideoStays() throws Exception {
        start(Duration.ZERO, NEVER);
        String videoId = upload();
        CompletableFuture<Exchange> waiting = begin(videoId, "");
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).stop();
        assertThat(waiting.get(30, TimeUnit.SECONDS).getException())
                .isInstanceOf(CancellationException.class)
                .hasMessage("the component is stopping; video " + videoId + " stays, and is not waited for any more");
    }

    @Test
    void aContextThatStopsDoesNotWaitForTheService() throws Exception {
        start(Duration.ZERO, NEVER);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("apivideo:waitForVideo");
            }
        });
        String videoId = upload();
        CompletableFuture<Exchange> waiting = fixture.template()
                .asyncSend(
                        "direct:in", exchange -> exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId));
        Awaitility.await()
                .until(() -> !fixture.simulator().requests(RequestKind.STATUS).isEmpty());
        fixture.context().getShutdownStrategy().setTimeout(50);
        long before = System.nanoTime();

        fixture.context().stop();

        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(10));
        assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).hasMessageContaining("stays");
    }

    @Test
    void waitsAgainAfterTheComponentHasRestarted() throws Exception {
        start(Duration.ZERO, NEVER);
        String videoId = upload();
        CompletableFuture<Exchange> waiting = begin(videoId, "");
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        component.stop();
        waiting.get(30, TimeUnit.SECONDS);
        component.start();
        assertThat(failure(waitFor(videoId, "waitTimeout=100"))).hasMessageContaining("(waitTimeout)");
    }

    @Test
    void aWaitLeavesNothingOnTheTimer() {
        start(Duration.ZERO, Duration.ofMillis(50));
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        assertThat(waitFor(upload(), "").getException()).isNull();
        Awaitility.await().untilAsserted(() -> assertThat(ComponentState.tasksOnTheTimer(component))
                .isZero());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            waitFor=finished   | waitFor=finished: allowed are none, uploaded, playable, encoded
            waitTimeout=-1     | waitTimeout=-1: allowed is 0 or more
            waitInterval=0     | waitInterval=0: allowed is 1 or more
            maxWaitInterval=0  | maxWaitInterval=0: allowed is 1 or more
            waitFor=none       | waitFor=none: allowed for waitForVideo are uploaded, playable, encoded
            """)
    void refusesWhatCannotBe(String option, String message) {
        assertThatThrownBy(() -> {
                    waitFor("vi1", option);
                })
                .hasStackTraceContaining(message);
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).isEmpty();
    }

    @Test
    void refusesAWaitWithoutAVideo() {
        Exchange exchange = fixture.template().request("apivideo:waitForVideo", message -> {});
        assertThat(exchange.getException())
                .hasMessage("videoId: is missing; set the option, or the header CamelApiVideoId");
    }

    @Test
    void theOptionNamesTheVideoAndMayBeSimple() {
        start(Duration.ZERO, Duration.ZERO);
        String videoId = upload();
        assertThat(fixture.template()
                        .requestBodyAndHeaders(
                                "apivideo:waitForVideo?videoId=${header.which}", null, Map.of("which", videoId)))
                .isInstanceOf(VideoStatus.class);
    }
}
