// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;

/**
 * The operations below {@code /vod}: a page with a player, and the bytes as they were uploaded. The simulator encodes
 * nothing, so there is no HLS.
 */
public final class DeliveryHandlers {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;background:#111">
            <video controls muted style="display:block;width:100vw;height:100vh" src="/vod/%s/mp4/source.mp4"></video>
            <script>if (location.hash.includes("autoplay")) document.querySelector("video").play()</script>
            </body>
            </html>
            """;

    private final VideoStore videos;

    public DeliveryHandlers(VideoStore videos) {
        this.videos = videos;
    }

    public Answer player(Call call) {
        StoredVideo video = videos.get(call.variable("videoId"));
        if (!video.source().isComplete()) {
            throw missing();
        }
        String title = video.title().replace("&", "&amp;").replace("<", "&lt;");
        return Answer.html(PAGE.formatted(title, video.videoId()));
    }

    public Answer mp4(Call call) {
        return videos.get(call.variable("videoId"))
                .source()
                .video()
                .map(video -> new Answer.Download(video.file(), "video/mp4"))
                .orElseThrow(DeliveryHandlers::missing);
    }

    public Answer hls(Call call) {
        videos.get(call.variable("videoId"));
        throw ProblemType.NOT_FOUND.because("videoId", "Videos are not encoded here, so there is no HLS.");
    }

    private static Refusal missing() {
        return ProblemType.NOT_FOUND.because("videoId", "The video has not arrived yet.");
    }
}
