// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service whose record does not tell at once what has arrived, and says "already sent" to what it has. */
class LaggingRecordTest {

    private static final Duration LAG = Duration.ofMillis(300);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.with(simulator -> simulator.recordLag(LAG));

    @BeforeEach
    void start() {
        fixture.options().setRecordTimeout(10_000);
    }

    static Stream<Arguments> lostAnswers() {
        return IntStream.of(1, 2, 3).boxed().flatMap(part -> Stream.of(
                        Fault.loseAnswer(),
                        Fault.answerAfterProcessing(503),
                        Fault.emptyBody(201),
                        Fault.repeatRequest())
                .map(fault -> Arguments.of(part, fault)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aPartWhoseAnswerWasLostIsLookedForUntilTheRecordHasIt(int part, Fault fault) {
        TestVideo video = TestVideo.of(3 * PART);
        once(RequestKind.SOURCE, part, fault);

        Exchange exchange = fixture.upload("partSize=5MiB&parallelism=1", video.bytes());

        fixture.assertArrived(exchange, video);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.BYTES, 3L * PART)
                .containsEntry(ApiVideoConstants.PARTS, 3)
                .containsKey(ApiVideoConstants.PLAYER_URL);
        assertThat(fixture.simulator().deletedVideoIds()).isEmpty();
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSizeBetween(2, 40);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aStreamOfUnknownLengthIsFoundToo(Fault fault) {
        TestVideo video = TestVideo.of(3 * PART + 1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(4).then(fault);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=2", video.stream()), video);
    }

    static Stream<Fault> lost() {
        return Stream.of(Fault.loseAnswer(), Fault.answerAfterProcessing(503), Fault.repeatRequest());
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aVideoInOneRequestIsCompleteAndDescribed(Fault fault) {
        TestVideo video = TestVideo.of(1000);
        once(RequestKind.SOURCE, 1, fault);

        Exchange exchange = fixture.upload("title=Small", video.bytes());

        fixture.assertArrived(exchange, video);
        assertThat(exchange.getMessage().getBody(Video.class).title()).isEqualTo("Small");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYER_URL))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aContainerThatWasCreatedBeforeIsFilled(Fault fault) {
        TestVideo video = TestVideo.of(3 * PART);
        String videoId = createVideo();
        once(RequestKind.SOURCE, 2, fault);
        Exchange exchange = fixture.upload(
                "partSize=5MiB&parallelism=1", video.bytes(), Map.of(ApiVideoConstants.VIDEO_ID, videoId));
        if (fault.equals(Fault.repeatRequest())) {
            // Another upload may have sent that part to a container whose videoId is known to others.
            assertThat(exchange.getException())
                    .hasMessageContaining("part-already-sent")
                    .hasMessageContaining("kept");
        } else {
            fixture.assertArrived(exchange, video);
        }
    }

    @ParameterizedTest
    @MethodSource("lost")
    void anUploadWithAKeyIsFoundToo(Fault fault) {
        TestVideo video = TestVideo.of(3 * PART);
        once(RequestKind.SOURCE, 3, fault);
        fixture.assertArrived(fixture.upload("partSize=5MiB&uploadKey=k", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void completesAnUploadThatResumesBeforeTheRecordIsUpToDate() {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(3).times(1).then(Fault.problem(403, "forbidden"));
        String options = "partSize=5MiB&parallelism=1&uploadKey=k";
        assertThat(fixture.upload(options, video.bytes()).getException()).hasMessageContaining("kept");

        fixture.assertArrived(fixture.upload(options, video.bytes()), video);

        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aPartThatIsSentAloneIsFoundAndDescribed(Fault fault) {
        String videoId = createVideo();
        once(RequestKind.SOURCE, 1, fault);

        Exchange sent = uploadPart(videoId, 1);

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.VIDEO_ID, videoId)
                .containsKey(ApiVideoConstants.PLAYER_URL);
        assertThat(fixture.simulator().video(videoId).orElseThrow().parts()).containsExactly(1);
    }

    @Test
    void aPartThatComesTwiceIsSuccessBothTimes() {
        String videoId = createVideo();
        assertThat(uploadPart(videoId, 1).getException()).isNull();
        assertThat(uploadPart(videoId, 1).getException()).isNull();
        assertThat(fixture.simulator().video(videoId).orElseThrow().parts()).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 2", "true, 3", "false, 2", "false, 3"})
    void aDelegatedUploadIsFoundWithAnApiKeyAndWithout(boolean withKey, int part) {
        TestVideo video = TestVideo.of(3 * PART);
        if (part > 1) {
            once(RequestKind.DELEGATED, part, Fault.repeatRequest());
        }
        if (!withKey) {
            fixture.options().setApiKey(null);
        }
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(Duration.ZERO));
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1", video.bytes()), video);
    }

    @Test
    void triesThatRanOutEndWithALookForThePart() {
        TestVideo video = TestVideo.of(3 * PART);
        once(RequestKind.SOURCE, 3, Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.SOURCE).part(3).then(Fault.status(503));

        fixture.assertArrived(fixture.upload("partSize=5MiB&maxRetries=2&parallelism=1", video.bytes()), video);

        assertThat(fixture.simulator().deletedVideoIds()).isEmpty();
    }

    @Test
    void aPartThatTheRecordNeverShowsIsAnErrorThatNamesTheOption() {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(2)
                .times(1)
                .then(Fault.problem(400, "video-content-range-by-part-part-already-sent"));
        Exchange exchange = fixture.upload(
                "partSize=5MiB&recordTimeout=900", TestVideo.of(3 * PART).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("part-already-sent")
                .hasMessageContaining("deleted")
                .hasStackTraceContaining("recordTimeout=900");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 503})
    void aVideoThatIsThereIsASuccessThoughItCannotBeDescribed(int status) {
        TestVideo video = TestVideo.of(1000);
        once(RequestKind.SOURCE, 1, Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.GET).then(Fault.status(status));

        Exchange exchange = fixture.upload("maxRetries=2", video.bytes());

        fixture.assertArrived(exchange, video);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYER_URL))
                .isNotNull();
    }

    private void once(RequestKind kind, int part, Fault fault) {
        fixture.simulator().faults().on(kind).part(part).times(1).then(fault);
    }

    private Exchange uploadPart(String videoId, int number) {
        return fixture.template()
                .request(
                        "apivideo:uploadPart?totalParts=2&partNumber=" + number + "&videoId=" + videoId,
                        exchange ->
                                exchange.getMessage().setBody(TestVideo.of(PART).bytes()));
    }

    private String createVideo() {
        return fixture.template()
                .request("apivideo:createVideo", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }
}
