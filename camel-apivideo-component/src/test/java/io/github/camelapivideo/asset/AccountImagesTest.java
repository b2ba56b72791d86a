// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.Player;
import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.api.asset.Chapter;
import io.github.camelapivideo.api.asset.WatermarkImage;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images of players and live streams, and the lists of small files. */
class AccountImagesTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private Map<String, Object> made(String operation, String header) {
        Exchange exchange = call(operation, null, Map.of());
        assertThat(exchange.getException()).isNull();
        return Map.of(header, exchange.getMessage().getHeader(header));
    }

    private Map<String, Object> aPlayer() {
        return made("createPlayer?name=a", ApiVideoConstants.PLAYER_ID);
    }

    private Map<String, Object> aLiveStream() {
        return made("createLiveStream?name=a", ApiVideoConstants.LIVE_STREAM_ID);
    }

    private String sha256(String path) {
        return fixture.simulator().resource(path).orElseThrow().sha256();
    }

    @Test
    void aPlayerGetsALogoWithALinkAndLosesIt() {
        Map<String, Object> player = aPlayer();
        byte[] logo = SmallFiles.png(500);
        fixture.simulator()
                .faults()
                .on("POST", "/players/{playerId}/logo")
                .times(1)
                .then(Fault.loseAnswer());

        Exchange exchange = call("uploadPlayerLogo?logoLink=https://example.com/a", logo, player);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Player.class).assets().link()).isEqualTo("https://example.com/a");
        assertThat(sha256("/players/" + player.get(ApiVideoConstants.PLAYER_ID) + "/logo"))
                .isEqualTo(TestVideo.sha256(logo));
        for (int time = 0; time < 2; time++) {
            Exchange deleted = call("deletePlayerLogo", "a body", player);
            assertThat(deleted.getException()).isNull();
            assertThat(deleted.getMessage().getBody()).isEqualTo("a body");
        }
    }

    @Test
    void aLiveStreamGetsAThumbnailAndLosesIt() {
        Map<String, Object> stream = aLiveStream();
        byte[] image = SmallFiles.webp(500);
        fixture.simulator()
                .faults()
                .on("POST", "/live-streams/{liveStreamId}/thumbnail")
                .times(1)
                .then(Fault.status(503));

        Exchange exchange = call("uploadLiveStreamThumbnail", image, stream);

        String id = (String) stream.get(ApiVideoConstants.LIVE_STREAM_ID);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(LiveStream.class).liveStreamId())
                .isEqualTo(id);
        assertThat(sha256("/live-streams/" + id + "/thumbnail")).isEqualTo(TestVideo.sha256(image));
        Exchange deleted = call("deleteLiveStreamThumbnail", null, stream);
        assertThat(deleted.getMessage().getBody(LiveStream.class).liveStreamId())
                .isEqualTo(id);
        assertThat(fixture.simulator().resource("/live-streams/" + id + "/thumbnail"))
                .isEmpty();
    }

    @Test
    void aDeletionOfAThumbnailWhoseAnswerIsLostIsDone() {
        Map<String, Object> stream = aLiveStream();
        fixture.simulator().faults().on().method("DELETE").times(1).then(Fault.loseAnswer());
        fixture.simulator().faults().on().method("DELETE").times(1).then(Fault.problem(404, "resource-not-found"));
        Exchange exchange = call("deleteLiveStreamThumbnail", "a body", stream);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("a body");
    }

    @Test
    void aThumbnailOfALiveStreamThatDoesNotExistIsAnError() {
        Exchange failed = call("deleteLiveStreamThumbnail?liveStreamId=li1", null, Map.of());
        assertThat(failed.getException(ApiVideoException.Rejected.class).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aLogoThatIsTooLargeOrOfAnotherFormatIsRefused() {
        assertThat(call("uploadPlayerLogo?playerId=pl1", SmallFiles.png(102_401), Map.of())
                        .getException())
                .hasMessage("The body has more than 102400 bytes: A logo may have at most 102400");
        assertThat(call("uploadPlayerLogo?playerId=pl1", SmallFiles.webp(99), Map.of())
                        .getException())
                .hasMessage("The body does not begin like an image: A logo may be jpg, png");
        assertThat(call("uploadPlayerLogo?playerId=pl1&logoLink=example.com", SmallFiles.png(99), Map.of())
                        .getException())
                .hasMessage("logoLink=example.com: allowed is a URL that begins with http:// or https://");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Caption,Captions", "Chapter,Chapters"})
    void theTextsOfAVideoAreListed(String one, String many) {
        Map<String, Object> video = made("createVideo?title=a", ApiVideoConstants.VIDEO_ID);
        for (String language : List.of("fr", "de", "es-419")) {
            call("upload" + one + "?language=" + language, SmallFiles.vtt(language), video);
        }
        List<?> listed = call("list" + many, null, video).getMessage().getBody(List.class);
        assertThat(listed)
                .map(item -> item instanceof Caption caption ? caption.srclang() : ((Chapter) item).language())
                .isEqualTo(List.of("fr", "de", "es-419"));
    }

    @Test
    void theWatermarksAreListed() {
        Object first = call("uploadWatermark", SmallFiles.png(9), Map.of())
                .getMessage()
                .getHeader(ApiVideoConstants.WATERMARK_ID);
        List<?> listed = call("listWatermarks", null, Map.of()).getMessage().getBody(List.class);
        assertThat(listed).map(image -> ((WatermarkImage) image).watermarkId()).isEqualTo(List.of(first));
    }
}
