// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.api.asset.Chapter;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions, chapters, thumbnails and watermarks that exist are shown, changed and deleted. */
class AssetOperationsTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String videoId;

    @BeforeEach
    void aVideoWithFiles() {
        videoId = call("createVideo?title=a", null, Map.of())
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        call("uploadCaption?language=fr", SmallFiles.vtt("bonjour"), Map.of());
        call("uploadChapter?language=fr", SmallFiles.vtt("un"), Map.of());
    }

    private Exchange call(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private Exchange call(String operation) {
        Exchange exchange = call(operation, "an earlier body", Map.of());
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private long sent(String method, String path) {
        return fixture.simulator().requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(path))
                .count();
    }

    @Test
    void aCaptionIsShownAsJsonToo() {
        Exchange exchange = call("getCaption?language=fr");

        Caption caption = exchange.getMessage().getBody(Caption.class);
        assertThat(caption.srclang()).isEqualTo("fr");
        assertThat(caption.src()).endsWith("/captions/fr.vtt");
        assertThat(caption.isDefault()).isFalse();
        assertThat(exchange.getMessage().getBody(String.class)).contains("\"default\":false");
        assertThat(exchange.getMessage().getBody(Map.class).get("srclang")).isEqualTo("fr");
    }

    @Test
    void chaptersAreShown() {
        Chapter chapter = call("getChapter?language=fr").getMessage().getBody(Chapter.class);
        assertThat(chapter.language()).isEqualTo("fr");
        assertThat(chapter.src()).endsWith("/chapters/fr.vtt");
    }

    @ParameterizedTest
    @CsvSource({"updateCaption?language=fr,true", "updateCaption?language=fr&defaultCaption=false,false"})
    void aCaptionBecomesTheDefaultUnlessItIsToldNotTo(String operation, boolean isDefault) {
        assertThat(call(operation).getMessage().getBody(Caption.class).isDefault())
                .isEqualTo(isDefault);
        assertThat(call("getCaption?language=fr")
                        .getMessage()
                        .getBody(Caption.class)
                        .isDefault())
                .isEqualTo(isDefault);
    }

    @Test
    void headersWinOverOptions() {
        call("uploadCaption?language=de", SmallFiles.vtt("hallo"), Map.of());
        Exchange exchange = call(
                "updateCaption?language=fr&defaultCaption=true",
                null,
                Map.of(ApiVideoConstants.LANGUAGE, "de", ApiVideoConstants.DEFAULT_CAPTION, false));
        assertThat(exchange.getMessage().getBody(Caption.class).srclang()).isEqualTo("de");
        assertThat(exchange.getMessage().getBody(Caption.class).isDefault()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:05", "00:00:05.10", "00:00:05.100", "00:00:05:12", "7"})
    void aFrameBecomesTheThumbnail(String timecode) {
        Exchange exchange = call("pickThumbnail?timecode=" + timecode);

        assertThat(exchange.getMessage().getBody(Video.class).videoId()).isEqualTo(videoId);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.THUMBNAIL_URL))
                .isNotNull();
        assertThat(fixture.simulator().thumbnailTimecode(videoId)).contains(timecode);
    }

    @ParameterizedTest
    @CsvSource({
        "deleteCaption?language=fr,/captions/fr",
        "deleteChapter?language=fr,/chapters/fr",
        "deleteWatermark?watermarkId=watermark_1,/watermarks/watermark_1",
    })
    void whatIsDeletedIsGoneEvenIfItWasNotThere(String operation, String path) {
        for (int time = 0; time < 2; time++) {
            assertThat(call(operation).getMessage().getBody()).isEqualTo("an earlier body");
        }
        assertThat(sent("DELETE", path)).isEqualTo(2);
        assertThat(fixture.simulator().resource("/videos/" + videoId + path)).isEmpty();
    }

    @Test
    void aDeletedWatermarkLeavesNoHeader() {
        String watermarkId = fixture.simulator().createWatermark();
        Exchange exchange = call("deleteWatermark", "body", Map.of(ApiVideoConstants.WATERMARK_ID, watermarkId));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.WATERMARK_ID))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,getCaption?language=fr",
        "PATCH,updateCaption?language=fr",
        "DELETE,deleteCaption?language=fr",
        "GET,getChapter?language=fr",
        "DELETE,deleteChapter?language=fr",
        "PATCH,pickThumbnail?timecode=1",
        "DELETE,deleteWatermark?watermarkId=w1",
    })
    void aLostAnswerIsAskedForAgain(String method, String operation) {
        fixture.simulator().faults().on().method(method).times(1).then(Fault.loseAnswer());
        call(operation);
        assertThat(fixture.simulator().requests())
                .filteredOn(request -> request.method().equals(method))
                .extracting(RecordedRequest::path)
                .hasSize(method.equals("GET") ? 4 : 2);
    }

    @ParameterizedTest
    @CsvSource({
        "getCaption?language=nl",
        "updateCaption?language=nl",
        "getChapter?language=nl",
        "getCaption?language=fr&videoId=vi1",
        "pickThumbnail?timecode=1&videoId=vi1",
    })
    void whatDoesNotExistIsAnError(String operation) {
        videoId = operation.contains("videoId") ? null : videoId;
        Exchange failed = call(operation, "an earlier body", Map.of());
        assertThat(failed.getException(ApiVideoException.Rejected.class).getStatus())
                .isEqualTo(404);
        assertThat(failed.getMessage().getBody()).isEqualTo("an earlier body");
    }

    @Test
    void aDeletionAtAUrlThatTheServiceDoesNotHaveIsAnError() {
        fixture.simulator().faults().on().method("DELETE").then(Fault.problem(404, "unrecognized-request-url"));
        Exchange failed = call("deleteCaption?language=fr", null, Map.of());
        assertThat(failed.getException(ApiVideoException.Rejected.class).getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getCaption | language: is missing; set the option, or the header CamelApiVideoLanguage",
                "getCaption?language=fr_FR | language=fr_FR: allowed are letters, digits and dashes between them, as in fr, es-419 or zh-Hans-CN",
                "deleteChapter?language=-fr | language=-fr: allowed are letters, digits and dashes between them, as in fr, es-419 or zh-Hans-CN",
                "pickThumbnail | timecode: is missing; set the option, or the header CamelApiVideoTimecode",
                "pickThumbnail?timecode=5s | timecode=5s: allowed are HH:MM:SS, HH:MM:SS.mm, HH:MM:SS.mmm, HH:MM:SS:frame, or whole seconds",
                "pickThumbnail?timecode=00:61:00 | timecode=00:61:00: allowed are HH:MM:SS, HH:MM:SS.mm, HH:MM:SS.mmm, HH:MM:SS:frame, or whole seconds",
                "deleteWatermark | watermarkId: is missing; set the option, or the header CamelApiVideoWatermarkId",
            })
    void aWrongInputIsNamedAndNothingIsSent(String operation, String message) {
        int before = fixture.simulator().requests().size();
        Exchange failed = call(operation, null, Map.of());
        assertThat(failed.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(failed.getException()).hasMessage(message);
        assertThat(fixture.simulator().requests()).hasSize(before);
    }

    @Test
    void aDefaultThatIsNeitherTrueNorFalseIsRefused() {
        Exchange failed = call("updateCaption?language=fr", null, Map.of(ApiVideoConstants.DEFAULT_CAPTION, "perhaps"));
        assertThat(failed.getException()).hasMessage("defaultCaption=perhaps: allowed are true, false");
    }
}
