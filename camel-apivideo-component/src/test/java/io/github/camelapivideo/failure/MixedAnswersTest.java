// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy or cache in between that answers with the description of another video. */
class MixedAnswersTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String other;

    @BeforeEach
    void start() {
        other = createVideo("somebody else's");
    }

    private static Fault describes(String videoId) {
        return Fault.alterAnswer("/videoId", "\"" + videoId + "\"");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "1, 2", "2, 2", "3, 2"})
    void aPartIsNotBelievedToBeInAnotherVideo(int part, int times) {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(part)
                .times(times)
                .then(describes(other));

        Exchange exchange = fixture.upload("partSize=5MiB&parallelism=2", video.bytes());

        assertOwn(exchange, video);
        assertThat(fixture.parts()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 3 * PART})
    void allAnswersMayBeThoseOfAnotherVideo(int length) {
        TestVideo video = TestVideo.of(length);
        fixture.simulator().faults().on(RequestKind.SOURCE, RequestKind.GET).then(describes(other));
        assertOwn(fixture.upload("partSize=5MiB&maxRetries=2", video.bytes()), video);
    }

    @Test
    void aDelegatedUploadStaysInItsContainer() {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.options().setApiKey(null);
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(Duration.ZERO));
        fixture.simulator().faults().on(RequestKind.DELEGATED).part(2).times(1).then(describes(other));
        assertOwn(fixture.upload("partSize=5MiB", video.bytes()), video);
    }

    @Test
    void aSinglePartIsReportedOfItsOwnVideo() {
        String videoId = createVideo("mine");
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(describes(other));
        Exchange sent = fixture.template()
                .request("apivideo:uploadPart?partNumber=1&videoId=" + videoId, exchange -> exchange.getMessage()
                        .setBody(TestVideo.of(PART).bytes()));
        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(videoId);
        assertThat(sent.getMessage().getBody(Video.class).title()).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload?title=mine", "createVideo?title=mine"})
    void doesNotFillAContainerThatAnotherClientCreated(String uri) {
        // The answer to another creation, as a cache gives it.
        fixture.simulator()
                .faults()
                .on(RequestKind.CREATE)
                .times(1)
                .then(Fault.alterAnswer("/metadata", "[{\"key\":\"camel-apivideo-upload\",\"value\":\"another\"}]"));

        Exchange exchange = fixture.template().request("apivideo:" + uri, request -> request.getMessage()
                .setBody(TestVideo.of(10).bytes()));

        assertThat(exchange.getException()).isNull();
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(1);
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Caption, captions, /srclang", "Chapter, chapters, /language"})
    void aFileInOneLanguageIsNotTakenForThatInAnother(String name, String folder, String property) {
        Map<String, Object> french =
                Map.of(ApiVideoConstants.VIDEO_ID, createVideo("mine"), ApiVideoConstants.LANGUAGE, "fr");
        fixture.template().requestBodyAndHeaders("apivideo:upload" + name, SmallFiles.vtt("fr"), french);
        String path = "/videos/{videoId}/" + folder + "/{language}";
        fixture.simulator().faults().on("GET", path).then(Fault.alterAnswer(property, "\"de\""));

        Exchange exchange = fixture.template()
                .request("apivideo:get" + name + "?maxRetries=1", request -> request.getMessage()
                        .setHeaders(new HashMap<>(french)));

        assertThat(exchange.getException()).hasMessageContaining("de instead of fr");
    }

    @Test
    void theMessageNamesBothVideos() {
        String videoId = createVideo("mine");
        fixture.simulator().faults().on(RequestKind.SOURCE).then(describes(other));
        fixture.simulator().faults().on(RequestKind.STATUS).nth(1).then(Fault.none());
        fixture.simulator().faults().on(RequestKind.STATUS).then(Fault.problem(403, "forbidden"));
        Exchange failed = fixture.template()
                .request(
                        "apivideo:uploadPart?partNumber=1&maxRetries=0&videoId=" + videoId,
                        exchange ->
                                exchange.getMessage().setBody(TestVideo.of(PART).bytes()));
        assertThat(failed.getException()).hasMessageContaining("describes video " + other + " instead of " + videoId);
        assertThat(failed.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isNotEqualTo(other);
    }

    private void assertOwn(Exchange exchange, TestVideo video) {
        fixture.assertArrived(exchange, video);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class))
                .isNotEqualTo(other)
                .isEqualTo(exchange.getMessage().getBody(Video.class).videoId());
        assertThat(fixture.simulator().video(other).orElseThrow().size()).isZero();
    }

    private String createVideo(String title) {
        return fixture.template()
                .request("apivideo:createVideo?title=" + title, exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }
}
