// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service describes a video that exists. */
class GetVideoTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String upload() {
        Exchange uploaded = fixture.upload(
                "title=Holiday&tags=a,b&metadata.who=Jo", TestVideo.of(10).bytes());
        return fixture.received(uploaded).videoId();
    }

    private Exchange get(String options, Map<String, Object> headers) {
        return fixture.template().request("apivideo:getVideo" + options, exchange -> {
            exchange.getMessage().setBody("an earlier body");
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    @Test
    void theVideoBecomesTheBodyAndItsAddressesHeaders() {
        String videoId = upload();

        Exchange exchange = get("", Map.of(ApiVideoConstants.VIDEO_ID, videoId, "mine", "stays"));

        Video video = exchange.getMessage().getBody(Video.class);
        assertThat(video.videoId()).isEqualTo(videoId);
        assertThat(video.title()).isEqualTo("Holiday");
        assertThat(video.tags()).containsExactly("a", "b");
        assertThat(video.metadata()).contains(new Metadata("who", "Jo"));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.VIDEO_ID, videoId)
                .containsEntry(ApiVideoConstants.PLAYER_URL, video.assets().player())
                .containsEntry(ApiVideoConstants.HLS_URL, video.assets().hls())
                .containsEntry(ApiVideoConstants.MP4_URL, video.assets().mp4())
                .containsEntry(ApiVideoConstants.THUMBNAIL_URL, video.assets().thumbnail())
                .containsEntry("mine", "stays");
    }

    @Test
    void anAddressOfAPrivateVideoIsInItsJsonAndNotPrinted() {
        String videoId = fixture.received(
                        fixture.upload("public=false", TestVideo.of(10).bytes()))
                .videoId();

        Exchange exchange = get("", Map.of(ApiVideoConstants.VIDEO_ID, videoId));

        Video video = exchange.getMessage().getBody(Video.class);
        assertThat(video.assets().player()).contains("token");
        assertThat(exchange.getMessage().getBody(String.class))
                .contains(video.assets().player());
        assertThat(exchange.getMessage().getBody(byte[].class))
                .isEqualTo(exchange.getMessage().getBody(String.class).getBytes(StandardCharsets.UTF_8));
        assertThat(video.toString()).contains(videoId).doesNotContain("token").doesNotContain("http");
    }

    @Test
    void theOptionNamesTheVideoAndMayBeSimple() {
        String videoId = upload();
        assertThat(get("?videoId=${header.which}", Map.of("which", videoId))
                        .getMessage()
                        .getBody(Video.class)
                        .videoId())
                .isEqualTo(videoId);
    }

    @Test
    void aFailureThatPassesIsTriedAgain() {
        String videoId = upload();
        fixture.simulator().faults().on(RequestKind.GET).times(2).then(Fault.status(503));
        assertThat(get("?videoId=" + videoId, Map.of()).getException()).isNull();
        assertThat(fixture.simulator().requests(RequestKind.GET)).hasSize(3);
    }

    @Test
    void aVideoThatDoesNotExistIsAnError() {
        Exchange failed = get("?videoId=vi1", Map.of());
        assertThat(failed.getException()).isInstanceOf(ApiVideoException.Rejected.class);
        assertThat(failed.getException(ApiVideoException.class).getStatus()).isEqualTo(404);
        assertThat(failed.getMessage().getBody()).isEqualTo("an earlier body");
    }
}
