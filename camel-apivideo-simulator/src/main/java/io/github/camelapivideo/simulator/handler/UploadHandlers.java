// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.VideoViews;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.UploadTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.util.Map;

/** The uploads, by the account or with an upload token. */
public final class UploadHandlers {

    private final VideoStore videos;
    private final UploadTokens tokens;
    private final AccessTokens account;
    private final boolean refuseAccountVideos;
    private final VideoViews views;

    /**
     * @param refuseAccountVideos true if an upload token cannot fill a container that was created with the API key
     */
    public UploadHandlers(
            VideoStore videos,
            UploadTokens tokens,
            AccessTokens account,
            boolean refuseAccountVideos,
            VideoViews views) {
        this.videos = videos;
        this.tokens = tokens;
        this.account = account;
        this.refuseAccountVideos = refuseAccountVideos;
        this.views = views;
    }

    public Answer source(Call call) {
        return accept(videos.get(call.variable("videoId")), call);
    }

    /** The first request creates the container, unless it names one in the form, as the later ones do. */
    public Answer delegated(Call call) {
        String token = call.parameter("token");
        tokens.check(token);
        account.checkNotSuspended();
        String videoId = call.form().text("videoId");
        return videoId == null ? first(token, call) : accept(known(token, videoId), call);
    }

    private Answer first(String token, Call call) {
        String title = call.form().file().fileName();
        StoredVideo video = videos.create(Origin.UPLOAD, Map.of("title", title), token);
        try {
            return accept(video, call);
        } catch (Refusal refusal) {
            // A refused request must leave no container.
            videos.remove(video);
            throw refusal;
        }
    }

    private StoredVideo known(String token, String videoId) {
        return videos.findKnown(videoId)
                .filter(video -> video.isCreatedWith(token) || !refuseAccountVideos && video.isCreatedByAccount())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(
                        "videoId", "There is no video " + videoId + " that this token can fill."));
    }

    private Answer accept(StoredVideo video, Call call) {
        video.accept(call.contentRange(), call.form().file());
        call.recordVideo(video.videoId());
        return Answer.json(201, views.written(video));
    }
}
