// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations that many workers share one video with; each alone, and together in a route. */
class PartOperationsTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private String createVideo() {
        Exchange created = send("createVideo?title=by many", "stays", Map.of());
        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getBody()).isEqualTo("stays");
        return created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    @Test
    void aFileIsPlannedSplitAndSentByManyInAnyOrder() throws Exception {
        TestVideo video = TestVideo.of(4 * PART + 17);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cluster")
                        .to("apivideo:createVideo?title=by many")
                        .setProperty("file", body())
                        .to("apivideo:planParts?partSize=5MiB")
                        .split(body())
                        .parallelProcessing()
                        .to("direct:worker")
                        .end()
                        .to("apivideo:getStatus");
                from("direct:worker")
                        .convertBodyTo(String.class)
                        .convertBodyTo(PlannedPart.class)
                        .setHeader(ApiVideoConstants.VIDEO_ID, simple("${body.videoId}"))
                        .setHeader(ApiVideoConstants.PART_NUMBER, simple("${body.partNumber}"))
                        .setHeader(ApiVideoConstants.TOTAL_PARTS, simple("${body.totalParts}"))
                        .setHeader(ApiVideoConstants.PART_FROM, simple("${body.from}"))
                        .setHeader(ApiVideoConstants.PART_LENGTH, simple("${body.length}"))
                        .setBody(exchangeProperty("file"))
                        .to("apivideo:uploadPart");
            }
        });
        Exchange done = fixture.template()
                .request("direct:cluster", exchange -> exchange.getMessage().setBody(video.file(folder, "a.mp4")));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.COMPLETE, true)
                .containsEntry(ApiVideoConstants.PARTS_RECEIVED, 5);
        assertThat(done.getMessage().getBody()).isInstanceOf(VideoStatus.class);
        assertThat(done.getMessage().getBody(String.class)).contains("\"ingest\"");
        ReceivedVideo received = fixture.simulator().videos().get(0);
        assertThat(received.sha256()).isEqualTo(video.sha256());
        assertThat(received.title()).isEqualTo("by many");
        assertThat(fixture.parts()).hasSize(5).allSatisfy(part -> assertThat(part.contentRange())
                .endsWith("/5"));
    }

    @Test
    void takesPartsAsStreamsAndTheTotalFromOneOfThem() {
        TestVideo video = TestVideo.of(2 * PART + 1);
        String videoId = createVideo();
        for (int number : List.of(2, 1, 3)) {
            byte[] part = Arrays.copyOfRange(
                    video.bytes(), (number - 1) * PART, Math.min(number * PART, video.bytes().length));
            Map<String, Object> headers =
                    new HashMap<>(Map.of(ApiVideoConstants.VIDEO_ID, videoId, ApiVideoConstants.PART_NUMBER, number));
            if (number == 3) {
                headers.put(ApiVideoConstants.TOTAL_PARTS, "3");
            }
            assertThat(send("uploadPart", new ByteArrayInputStream(part), headers)
                            .getException())
                    .isNull();
        }
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256()).isEqualTo(video.sha256());
    }

    @Test
    void aPartThatTheServiceHasIsNotSentAgain() {
        String videoId = createVideo();
        byte[] part = TestVideo.of(PART).bytes();
        String uri = "uploadPart?videoId=" + videoId + "&partNumber=1&totalParts=2";
        assertThat(send(uri, part, Map.of()).getException()).isNull();
        Exchange again = send(uri, part, Map.of());
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(videoId);
        assertThat(fixture.parts()).hasSize(1);
    }

    @Test
    void aPartIsTriedAgainLikeEveryOther() {
        String videoId = createVideo();
        fixture.simulator().faults().on(RequestKind.SOURCE).nth(1).then(Fault.status(503));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.loseAnswer());
        Exchange sent = send("uploadPart?partNumber=1&videoId=" + videoId, TestVideo.of(PART).stream(), Map.of());
        assertThat(sent.getException()).isNull();
        assertThat(fixture.parts()).extracting(RecordedRequest::status).containsExactly(503, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploadPart?partNumber=1             | videoId: is missing",
                "uploadPart?videoId=vi1              | partNumber: is missing",
                "uploadPart?videoId=vi1&partNumber=0 | partNumber=0: allowed is 1 to 10000",
                "uploadPart?videoId=vi1&partNumber=x | partNumber=x: allowed is a whole number",
                "uploadPart?videoId=vi1&partNumber=99999999999 | partNumber=99999999999: allowed is 1 to 10000",
                "uploadPart?videoId=vi1&partNumber=1&totalParts=99999999999 | totalParts=99999999999: allowed is 1",
                "uploadPart?videoId=vi1&partNumber=3&totalParts=2 | totalParts=2: allowed is 3",
                "planParts                           | the length of the body is not known",
                "getStatus                           | videoId: is missing",
                "getVideo                            | videoId: is missing",
                "deleteVideo                         | videoId: is missing",
                "getStatus?uploadToken=to1           | apivideo:getStatus needs an apiKey",
                "getVideo?uploadToken=to1            | apivideo:getVideo needs an apiKey",
            })
    void whatIsMissingOrWrongIsNamedBeforeAnythingIsSent(String uri, String message) {
        try {
            assertThat(send(uri, "a body".chars(), Map.of()).getException()).hasStackTraceContaining(message);
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining(message);
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void aRangeThatIsNotInTheFileIsRefused() {
        Path file = TestVideo.of(100).file(folder, "a.mp4");
        Exchange refused = send(
                "uploadPart?videoId=vi1&partNumber=2",
                file,
                Map.of(ApiVideoConstants.PART_FROM, 50, ApiVideoConstants.PART_LENGTH, 51));
        assertThat(refused.getException())
                .hasMessageContaining("The part from 50 with 51 bytes is not in the body, which has 100 bytes");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void aBodyThatIsLongerThanItsPartIsRefused() {
        String videoId = createVideo();
        Exchange refused = send(
                "uploadPart?partNumber=1&videoId=" + videoId,
                TestVideo.of(PART + 1).stream(),
                Map.of(ApiVideoConstants.PART_LENGTH, PART));
        assertThat(refused.getException()).hasMessageContaining("The body is longer than " + PART + " bytes");
        assertThat(fixture.parts()).isEmpty();
    }

    @Test
    void thePlanIsTheListOfPartsWithoutAnyRequest() {
        Exchange planned = send(
                "planParts?partSize=6MiB",
                TestVideo.of(1).stream(),
                Map.of(ApiVideoConstants.LENGTH, 13 * 1024 * 1024, Exchange.FILE_NAME, "in/a.mp4"));
        long size = 6 * 1024 * 1024;
        assertThat(planned.getMessage().getBody())
                .isEqualTo(List.of(
                        new PlannedPart(null, 1, 3, 0, size, "a.mp4"),
                        new PlannedPart(null, 2, 3, size, size, "a.mp4"),
                        new PlannedPart(null, 3, 3, 2 * size, 1024 * 1024, "a.mp4")));
        assertThat(planned.getMessage().getHeader(ApiVideoConstants.TOTAL_PARTS))
                .isEqualTo(3);
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0})
    void thereIsNoPlanForNothing(long length) {
        Exchange refused = send("planParts", "", Map.of(ApiVideoConstants.LENGTH, length));
        assertThat(refused.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length=0: there is no video to plan");
        assertThat(send("planParts", new byte[0], Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVideoIsDeletedAndOneThatIsGoneIsNoError() {
        String videoId = createVideo();
        for (int time = 0; time < 2; time++) {
            assertThat(send("deleteVideo", "stays", Map.of(ApiVideoConstants.VIDEO_ID, videoId))
                            .getException())
                    .isNull();
        }
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void theStatusOfAVideoThatIsNotThereIsAnError() {
        Exchange failed = send("getStatus?videoId=vi1", null, Map.of());
        assertThat(failed.getException()).hasMessageContaining("404");
    }

    @Test
    void theCreationOfAVideoWhoseAnswerWasLostIsNotRepeated() {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.loseAnswer());
        String videoId = createVideo();
        assertThat(fixture.simulator().videos()).singleElement().satisfies(video -> assertThat(video.videoId())
                .isEqualTo(videoId));
    }

    @Test
    void theContextEndsWhileAPartIsBeingSent() throws Exception {
        String videoId = createVideo();
        java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.hold(end));
        var sending = fixture.template()
                .asyncSend("apivideo:uploadPart?partNumber=1&videoId=" + videoId, exchange -> exchange.getMessage()
                        .setBody(TestVideo.of(PART).stream()));
        org.awaitility.Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);
        fixture.context().getShutdownStrategy().setTimeout(1);
        fixture.context().stop();
        assertThat(sending.get(20, java.util.concurrent.TimeUnit.SECONDS).getException())
                .hasMessageContaining("stopping");
        end.countDown();
    }
}
