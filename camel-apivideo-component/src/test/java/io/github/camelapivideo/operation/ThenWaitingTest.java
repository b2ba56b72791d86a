// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.WaitFailed;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upload waits for its video, if {@code waitFor} says so; a failed wait undoes nothing of the upload. */
@Timeout(60)
class ThenWaitingTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void start(Duration encoding) {
        fixture.restart(simulator -> simulator.encodingTime(encoding));
        fixture.options().setWaitInterval(20);
    }

    private int questions() {
        return fixture.simulator().requests(RequestKind.STATUS).size();
    }

    @ParameterizedTest
    @CsvSource({"uploaded, false, 1", "playable, true, 2", "encoded, true, 3"})
    void anUploadWaitsAndAnswersAsWithoutTheWait(String goal, boolean playable, int leastQuestions) {
        start(Duration.ofMillis(300));
        TestVideo video = TestVideo.of(10);

        Exchange exchange = fixture.upload("waitFor=" + goal, video.bytes());

        fixture.assertArrived(exchange, video);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(
                        ApiVideoConstants.PLAYER_URL,
                        exchange.getMessage().getBody(Video.class).assets().player())
                .containsEntry(ApiVideoConstants.BYTES, 10L)
                .containsEntry(ApiVideoConstants.COMPLETE, true)
                .containsEntry(ApiVideoConstants.PLAYABLE, playable);
        assertThat(questions()).isGreaterThanOrEqualTo(leastQuestions);
    }

    @ParameterizedTest
    @CsvSource({"''", "waitFor=none"})
    void withoutAGoalNothingIsAsked(String options) {
        start(NEVER);
        Exchange exchange = fixture.upload(options, TestVideo.of(10).bytes());
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(ApiVideoConstants.PLAYABLE);
        assertThat(questions()).isZero();
    }

    @Test
    void aWaitThatFailsKeepsTheVideoAndTheBody() {
        start(NEVER);
        byte[] body = TestVideo.of(10).bytes();

        Exchange exchange = fixture.upload("waitFor=encoded&waitTimeout=100&onFailure=delete", body);

        WaitFailed failure = exchange.getException(WaitFailed.class);
        assertThat(failure.getGoal()).isEqualTo("encoded");
        assertThat(exchange.getMessage().getBody()).isSameAs(body);
        assertThat(fixture.simulator().video(failure.getVideoId()))
                .get()
                .extracting(ReceivedVideo::complete)
                .isEqualTo(true);
        assertThat(fixture.simulator().deletedVideoIds()).isEmpty();
    }

    @Test
    void aRedeliveryWithTheSameKeyWaitsAgainAndSendsNothing() {
        start(Duration.ofMillis(600));
        byte[] body = TestVideo.of(10).bytes();
        Exchange first = fixture.upload("uploadKey=k&waitFor=playable&waitTimeout=50", body);
        assertThat(first.getException()).isInstanceOf(WaitFailed.class);

        Exchange second = fixture.upload("uploadKey=k&waitFor=playable", body);

        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getHeader(ApiVideoConstants.PLAYABLE)).isEqualTo(true);
        assertThat(second.getMessage().getBody(Video.class).videoId())
                .isEqualTo(first.getException(WaitFailed.class).getVideoId());
        assertThat(fixture.parts()).hasSize(1);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void theComponentsStopEndsTheWaitOfAnUploadAndTheVideoStays() throws Exception {
        start(NEVER);
        CompletableFuture<Exchange> waiting = fixture.template()
                .asyncSend("apivideo:upload?waitFor=playable", exchange -> exchange.getMessage()
                        .setBody(TestVideo.of(10).bytes()));
        Awaitility.await().until(() -> questions() > 0);
        String videoId = fixture.simulator().videos().get(0).videoId();

        fixture.context().getComponent("apivideo", ApiVideoComponent.class).stop();

        assertThat(waiting.get(30, TimeUnit.SECONDS).getException())
                .hasMessage("the component is stopping; video " + videoId + " stays, and is not waited for any more");
        assertThat(fixture.simulator().video(videoId)).isPresent();
    }

    @Test
    void anUploadTokenCannotAskAndTheEndpointSaysSo() {
        assertThatThrownBy(
                        () -> fixture.context().getEndpoint("apivideo:upload?uploadToken=to1&apiKey=&waitFor=playable"))
                .hasStackTraceContaining("waitFor=playable: not possible with uploadToken, which does not open the"
                        + " status of a video; use apiKey instead");
    }

    @Test
    void anImportAndACloneWaitToo() {
        start(Duration.ofMillis(300));
        Exchange imported = fixture.template()
                .request(
                        "apivideo:importVideo?source=https://media.example/a.mp4&waitFor=playable",
                        exchange -> exchange.getMessage().setBody("mine"));
        assertThat(imported.getException()).isNull();
        assertThat(imported.getMessage().getBody()).isEqualTo("mine");
        assertThat(imported.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.COMPLETE, true)
                .containsEntry(ApiVideoConstants.PLAYABLE, true);

        Object original =
                fixture.upload("", TestVideo.of(10).bytes()).getMessage().getHeader(ApiVideoConstants.VIDEO_ID);
        Exchange cloned = fixture.template()
                .request("apivideo:cloneVideo?waitFor=playable", exchange -> exchange.getMessage()
                        .setHeader(ApiVideoConstants.VIDEO_ID, original));
        assertThat(cloned.getMessage().getHeader(ApiVideoConstants.PLAYABLE)).isEqualTo(true);
        assertThat(questions()).isGreaterThan(3);
    }

    private String create() {
        return fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private Exchange part(String videoId, int number, String options) {
        return fixture.template().request("apivideo:uploadPart?totalParts=2&" + options, exchange -> {
            exchange.getMessage().setBody(TestVideo.of(PART).bytes());
            exchange.getMessage()
                    .setHeaders(new HashMap<>(
                            Map.of(ApiVideoConstants.VIDEO_ID, videoId, ApiVideoConstants.PART_NUMBER, number)));
        });
    }

    @Test
    void onlyThePartThatCompletesTheVideoWaits() {
        start(Duration.ofMillis(300));
        String videoId = create();

        Exchange second = part(videoId, 2, "waitFor=playable");
        Exchange first = part(videoId, 1, "waitFor=playable");

        assertThat(second.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.COMPLETE, false)
                .containsEntry(ApiVideoConstants.PLAYABLE, false);
        assertThat(first.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.COMPLETE, true)
                .containsEntry(ApiVideoConstants.PLAYABLE, true);
        assertThat(first.getMessage().getBody(Video.class).videoId()).isEqualTo(videoId);
    }

    @Test
    void aRecordThatLagsBehindAPartIsReadAgain() {
        fixture.restart(simulator -> simulator.recordLag(Duration.ofMillis(200)));
        fixture.options().setRecordTimeout(10_000);
        fixture.options().setWaitInterval(20);
        String videoId = create();
        part(videoId, 1, "waitFor=none");
        assertThat(part(videoId, 2, "waitFor=playable").getMessage().getHeader(ApiVideoConstants.PLAYABLE))
                .isEqualTo(true);
    }

    @Test
    void aRecordThatNeverShowsThePartFailsTheWaitAndSaysWhy() {
        fixture.restart(simulator -> simulator.recordLag(Duration.ofMinutes(10)));
        fixture.options().setRecordTimeout(300);
        String videoId = create();
        Exchange exchange = part(videoId, 1, "waitFor=playable");
        assertThat(exchange.getException(WaitFailed.class))
                .hasMessageContaining("accepted part 1 of video " + videoId + ", but its record does not show it")
                .hasStackTraceContaining("recordTimeout=300");
        assertThat(exchange.getException(WaitFailed.class).getVideoId()).isEqualTo(videoId);
    }

    @Test
    void anUploadThatFailsIsNotWaitedFor() {
        start(NEVER);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.status(400));
        Exchange exchange = fixture.upload("waitFor=playable", TestVideo.of(10).bytes());
        assertThat(exchange.getException()).isNotNull().isNotInstanceOf(WaitFailed.class);
        assertThat(questions()).isZero();
    }
}
