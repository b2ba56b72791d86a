// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route of the first page: one exchange takes a video from a file to its viewers. */
class LifeOfAVideoTest {

    private static final Path README = Path.of("..", "README.md");
    private static final List<String> STEPS =
            List.of("apivideo:upload?public=false&waitFor=playable", "apivideo:updateVideo?public=true");

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.with(
            simulator -> simulator.encoding(EncodingScript.ofHeight(720).oneAfterAnother(Duration.ofMillis(100))));

    @Test
    void theFirstPageShowsThisRoute() throws Exception {
        assertThat(Files.readString(README)).contains(STEPS);
    }

    @Test
    void isUploadedWithCaptionsAndPictureThenWaitedForThenPublished() throws Exception {
        fixture.options().setWaitInterval(50);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:life").to(STEPS.toArray(String[]::new));
            }
        });
        TestVideo video = TestVideo.of(2 * TestVideo.PART + 1);
        byte[] picture = SmallFiles.jpg(500);
        Map<String, Object> headers = Map.of(
                ApiVideoConstants.CAPTIONS,
                Map.of("fr", SmallFiles.vtt("fr"), "en", SmallFiles.vtt("en")),
                ApiVideoConstants.THUMBNAIL,
                picture);

        Exchange exchange = fixture.template().request("direct:life", message -> {
            message.getMessage().setBody(video.file(folder, "story.mp4"));
            message.getMessage().setHeaders(new HashMap<>(headers));
        });

        fixture.assertArrived(exchange, video);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYABLE)).isEqualTo(true);
        String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        assertThat(exchange.getMessage().getBody(Video.class).isPublic()).isTrue();
        assertThat(sha256(videoId, "/captions/fr")).isEqualTo(TestVideo.sha256(SmallFiles.vtt("fr")));
        assertThat(sha256(videoId, "/captions/en")).isEqualTo(TestVideo.sha256(SmallFiles.vtt("en")));
        assertThat(sha256(videoId, "/thumbnail")).isEqualTo(TestVideo.sha256(picture));
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    private String sha256(String videoId, String path) {
        return fixture.simulator()
                .resource("/videos/" + videoId + path)
                .map(ReceivedFile::sha256)
                .orElseThrow();
    }
}
