// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A video that was discarded is described and restored. */
class RestoreVideoTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String videoId;

    @BeforeEach
    void discardAVideo() {
        Exchange uploaded = fixture.upload("title=Holiday", TestVideo.of(10).bytes());
        videoId = fixture.received(uploaded).videoId();
        fixture.simulator().discard(videoId);
    }

    private Exchange call(String operation) {
        return fixture.template().request("apivideo:" + operation, exchange -> exchange.getMessage()
                .setHeader(ApiVideoConstants.VIDEO_ID, videoId));
    }

    @Test
    void aDiscardedVideoIsDescribedWithoutItsAddresses() {
        Exchange exchange = call("getDiscardedVideo");
        Video video = exchange.getMessage().getBody(Video.class);
        assertThat(video.title()).isEqualTo("Holiday");
        assertThat(video.discarded()).isTrue();
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(videoId);
    }

    @Test
    void aRestoredVideoIsDescribedAsItIsNow() {
        String before = "{\"videoId\":\"" + videoId + "\",\"title\":\"before\",\"discarded\":true,\"assets\":null}";
        fixture.simulator()
                .faults()
                .on("PATCH", "/discarded/videos/{videoId}")
                .then(Fault.answerAfterProcessing(200, "application/json", before));
        Exchange exchange = call("restoreVideo");
        assertThat(exchange.getException()).isNull();
        Video video = exchange.getMessage().getBody(Video.class);
        assertThat(video.title()).isEqualTo("Holiday");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYER_URL))
                .isEqualTo(video.assets().player())
                .isNotNull();
        assertThat(call("getVideo").getException()).isNull();
    }

    @Test
    void aVideoThatTheServiceDoesNotKnowAgainAtOnceIsAskedForAgain() {
        fixture.simulator().faults().on(RequestKind.GET).times(2).then(Fault.problem(404, "resource-not-found"));
        assertThat(call("restoreVideo").getException()).isNull();
        assertThat(fixture.simulator().requests(RequestKind.GET)).hasSize(3);
    }

    @Test
    void afterALostAnswerAVideoThatIsNotDiscardedCountsAsRestored() {
        fixture.simulator()
                .faults()
                .on("PATCH", "/discarded/videos/{videoId}")
                .nth(1)
                .then(Fault.loseAnswer());
        Exchange exchange = call("restoreVideo");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Video.class).videoId()).isEqualTo(videoId);
        assertThat(fixture.simulator().requests(RequestKind.DISCARDED)).hasSize(2);
    }

    @Test
    void aVideoThatWasNotDiscardedIsAnError() {
        call("restoreVideo");
        assertThat(call("restoreVideo").getException(ApiVideoException.class).getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getDiscardedVideo", "restoreVideo"})
    void aVideoThatDoesNotExistIsAnError(String operation) {
        videoId = "vi1";
        assertThat(call(operation).getException(ApiVideoException.class).getStatus())
                .isEqualTo(404);
    }
}
