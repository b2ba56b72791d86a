// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.asset.Viewers;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.store.StoredVideo;

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
            <video controls muted style="display:block;width:100vw;height:100vh" src="/vod/%s/mp4/source.mp4%s"></video>
            <script>if (location.hash.includes("autoplay")) document.querySelector("video").play()</script>
            </body>
            </html>
            """;

    private final Viewers viewers;

    public DeliveryHandlers(Viewers viewers) {
        this.viewers = viewers;
    }

    public Answer player(Call call) {
        Viewers.Visit visit = viewers.open(call);
        StoredVideo video = visit.video();
        if (!video.source().isComplete()) {
            throw missing();
        }
        String title = video.title().replace("&", "&amp;").replace("<", "&lt;");
        String session = visit.session() == null ? "" : "?avh=" + visit.session();
        return Answer.html(PAGE.formatted(title, video.videoId(), session));
    }

    public Answer mp4(Call call) {
        return viewers.open(call)
                .video()
                .source()
                .video()
                .map(video -> new Answer.Download(video.file(), "video/mp4"))
                .orElseThrow(DeliveryHandlers::missing);
    }

    public Answer hls(Call call) {
        viewers.open(call);
        throw ProblemType.NOT_FOUND.because("videoId", "Videos are not encoded here, so there is no HLS.");
    }

    private static Refusal missing() {
        return ProblemType.NOT_FOUND.because("videoId", "The video has not arrived yet.");
    }
}
