// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that does not know a container at once which it has created. */
class FreshContainerTest {

    private static final Duration UNKNOWN = Duration.ofMillis(500);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.with(simulator -> simulator.visibleAfter(UNKNOWN));

    @BeforeEach
    void start() {
        fixture.options().setRecordTimeout(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partSize=5MiB", "partSize=5MiB&maxRetries=0", "partSize=5MiB&uploadKey=k"})
    void isFilledOnceItIsKnown(String options) {
        TestVideo video = TestVideo.of(3 * PART);

        fixture.assertArrived(fixture.upload(options, video.bytes()), video);

        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(fixture.simulator().requests())
                .extracting(RecordedRequest::status)
                .contains(404);
    }

    @Test
    void isFilledByAStreamThatIsReadOnce() {
        TestVideo video = TestVideo.of(2 * PART + 1);
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.stream()), video);
    }

    @Test
    void isFilledByTheHolderOfAnUploadToken() {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.options().setApiKey(null);
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(Duration.ZERO));
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.bytes()), video);
    }

    @Test
    void isLookedIntoWhenAnAnswerWasLost() {
        TestVideo video = TestVideo.of(1000);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.loseAnswer());
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
    }

    @Test
    void doesNotStayWhenTheUploadFailsBeforeItIsKnown() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));

        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());

        assertThat(exchange.getException()).hasMessageContaining("deleted)");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().requests(RequestKind.DELETE))
                .extracting(RecordedRequest::status)
                .startsWith(404)
                .endsWith(204);
    }

    @Test
    void doesNotStayWhenItsCreationWasNotAnswered() {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.loseAnswer());

        Exchange exchange = fixture.upload("maxRetries=0", TestVideo.of(10).bytes());

        assertThat(exchange.getException()).hasMessageContaining("deleted)");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void takesAnUploadIntoItAtOnce() {
        TestVideo video = TestVideo.of(3 * PART);
        String videoId = createVideo();
        fixture.assertArrived(
                fixture.upload("partSize=5MiB", video.bytes(), Map.of(ApiVideoConstants.VIDEO_ID, videoId)), video);
    }

    @Test
    void takesASinglePartAtOnce() {
        Exchange sent = fixture.template()
                .request(
                        "apivideo:uploadPart?partNumber=1&totalParts=1&videoId=" + createVideo(),
                        exchange ->
                                exchange.getMessage().setBody(TestVideo.of(1000).bytes()));
        assertThat(sent.getException()).isNull();
        assertThat(fixture.simulator().videos()).singleElement().satisfies(video -> assertThat(video.sha256())
                .isEqualTo(TestVideo.of(1000).sha256()));
    }

    @Test
    void takesASinglePartFromANodeThatHasNotCreatedIt() throws Exception {
        String videoId = createVideo();
        try (ApiVideoFixture other = ApiVideoFixture.start()) {
            other.options().setBaseUri(fixture.simulator().baseUri().toString());
            other.options().setRecordTimeout(10_000);
            Exchange sent = other.template()
                    .request(
                            "apivideo:uploadPart?partNumber=1&totalParts=1&videoId=" + videoId,
                            exchange -> exchange.getMessage()
                                    .setBody(TestVideo.of(1000).bytes()));
            assertThat(sent.getException()).isNull();
        }
        assertThat(fixture.simulator().video(videoId).orElseThrow().complete()).isTrue();
    }

    @Test
    void tellsItsStatusAtOnce() {
        Exchange asked = fixture.template().request("apivideo:getStatus?videoId=" + createVideo(), exchange -> {});
        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader(ApiVideoConstants.COMPLETE)).isEqualTo(false);
    }

    @Test
    void isReallyDeletedAtOnce() {
        String videoId = createVideo();
        Exchange deleted = fixture.template().request("apivideo:deleteVideo?videoId=" + videoId, exchange -> {});
        assertThat(deleted.getException()).isNull();
        assertThat(fixture.simulator().deletedVideoIds()).containsExactly(videoId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploadPart?partNumber=1&", "upload?", "getStatus?"})
    void isAnErrorIfItNeverAppears(String operation) {
        long begin = System.nanoTime();
        Exchange failed = fixture.template()
                .request(
                        "apivideo:" + operation + "videoId=viNever&recordTimeout=300", exchange -> exchange.getMessage()
                                .setBody(TestVideo.of(1000).bytes()));
        assertThat(failed.getException()).hasMessageContaining("404");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void isAnErrorIfItIsGoneForGood() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.deleteContainer());
        Exchange failed = fixture.upload(
                "partSize=5MiB&recordTimeout=1500", TestVideo.of(3 * PART).bytes());
        assertThat(failed.getException()).hasMessageContaining("404");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    private String createVideo() {
        Exchange created = fixture.template().request("apivideo:createVideo", exchange -> {});
        assertThat(created.getException()).isNull();
        return created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }
}
