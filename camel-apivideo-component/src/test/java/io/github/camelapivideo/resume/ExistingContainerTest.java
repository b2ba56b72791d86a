// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.resume;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload into an existing container never takes what was there before for its own. */
class ExistingContainerTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    static Stream<Fault> doubts() {
        return Stream.of(Fault.status(503), Fault.resetDuringBody(5), Fault.stallBeforeProcessing());
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void aSecondVideoIsNotLostInTheContainerOfTheFirst(Fault doubt) {
        Exchange first = fixture.upload("", TestVideo.of(10).bytes());
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(doubt);

        Exchange second = into(fixture.received(first).videoId(), "answerTimeout=300", TestVideo.of(11));

        assertThat(second.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("the container has its video already")
                .hasMessageContaining(".removeHeader(\"CamelApiVideoId\")");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void partsOfTwoVideosDoNotBecomeOne(int number) {
        String videoId = createVideo();
        send(videoId, number, TestVideo.of(PART));

        Exchange failed = into(videoId, "partSize=5MiB", TestVideo.of(2 * PART));

        assertThat(failed.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("videoId=" + videoId + ": the container has parts of another upload already")
                .hasMessageContaining("uploadKey");
        assertThat(fixture.parts()).hasSize(1);
        assertThat(fixture.simulator().video(videoId).orElseThrow().complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, PART})
    void whatAnotherUploadHasSentMeanwhileIsNotTakenForOnesOwn(int length) throws Exception {
        String videoId = createVideo();
        CountDownLatch otherIsThere = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));
        fixture.simulator().faults().on(RequestKind.STATUS).nth(2).then(Fault.hold(otherIsThere));
        String options = "partSize=5MiB&parallelism=1";
        CompletableFuture<Exchange> first =
                CompletableFuture.supplyAsync(() -> into(videoId, options, TestVideo.of(length)));
        await().until(() -> fixture.simulator().faults().injected() == 2);
        TestVideo other = TestVideo.of(length + 3);
        fixture.assertArrived(into(videoId, options, other), other);
        otherIsThere.countDown();
        Exchange failed = first.get(30, TimeUnit.SECONDS);

        assertThat(failed.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + videoId + " kept")
                .hasMessageContaining((length + 3) + " bytes, this upload " + length);
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256()).isEqualTo(other.sha256());
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void anAnswerThatWasLostIsStillFoundOutInAnEmptyContainer(Fault lost) {
        String videoId = createVideo();
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(lost);
        TestVideo video = TestVideo.of(2 * PART + 1);
        fixture.assertArrived(into(videoId, "partSize=5MiB", video), video);
        assertThat(fixture.parts()).hasSize(3);
    }

    static Stream<Fault> lostAnswers() {
        return Stream.of(Fault.loseAnswer(), Fault.answerAfterProcessing(502));
    }

    @Test
    void anUploadTokenDoesNotTakeTheVideoOfAnEarlierUploadForItsOwn() {
        fixture.options().setApiKey(null);
        String options = "uploadToken=" + fixture.simulator().createUploadToken(Duration.ZERO);
        String videoId = fixture.received(
                        fixture.upload(options, TestVideo.of(10).bytes()))
                .videoId();
        fixture.simulator().faults().on(RequestKind.DELEGATED).times(1).then(Fault.status(503));

        Exchange second = into(videoId, options, TestVideo.of(11));

        assertThat(second.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("video-source-already-uploaded");
    }

    private Exchange into(String videoId, String options, TestVideo video) {
        return fixture.upload(options, video.bytes(), Map.of(ApiVideoConstants.VIDEO_ID, videoId));
    }

    private String createVideo() {
        return fixture.template()
                .request("apivideo:createVideo", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private void send(String videoId, int number, TestVideo part) {
        Exchange sent = fixture.template()
                .request(
                        "apivideo:uploadPart?partNumber=" + number + "&videoId=" + videoId,
                        exchange -> exchange.getMessage().setBody(part.bytes()));
        assertThat(sent.getException()).isNull();
    }
}
