// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

/**
 * Shows what has arrived: a page with a player, and the MP4 as it was uploaded. Nothing is encoded here, so there is
 * neither HLS nor a thumbnail.
 */
final class Delivery {

    private final VideoStore videos;

    Delivery(VideoStore videos) {
        this.videos = videos;
    }

    Reply player(Call call) {
        StoredVideo video = complete(call);
        String title =
                String.valueOf(video.attribute("title")).replace("&", "&amp;").replace("<", "&lt;");
        return Reply.html("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body style=\"margin:0;background:#111\"><video controls autoplay muted"
                + " style=\"width:100vw;height:100vh\" src=\"/vod/" + video.videoId()
                + "/mp4/source.mp4\"></video></body></html>");
    }

    Reply mp4(Call call) {
        return new Reply.Download(complete(call).source().assembled(), "video/mp4");
    }

    private StoredVideo complete(Call call) {
        StoredVideo video = videos.get(call.variable(0));
        if (!video.source().isComplete()) {
            throw ProblemType.NOT_FOUND.because("videoId", "The video has not arrived yet.");
        }
        return video;
    }
}
