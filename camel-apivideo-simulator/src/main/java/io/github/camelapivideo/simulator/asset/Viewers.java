// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.PrivateTokens;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.util.Map;

/** Decides whether a request may open a video: any request if it is public, else one with a token or a session in the URL. */
public final class Viewers {

    /** @param session what opens further assets of the video; null if it is public */
    public record Visit(StoredVideo video, String session) {}

    private final VideoStore videos;
    private final PrivateTokens tokens;

    public Viewers(VideoStore videos, PrivateTokens tokens) {
        this.videos = videos;
        this.tokens = tokens;
    }

    /** Opens the video of a request; refuses the request if it may not see it. */
    public Visit open(Call call) {
        StoredVideo video = videos.get(call.variable("videoId"));
        String token = call.variable("token") == null ? call.parameter("token") : call.variable("token");
        return new Visit(video, tokens.open(video, token, call.parameter("avh")));
    }

    /** Exchanges a token for a session. */
    public Answer session(Call call) {
        StoredVideo video = videos.get(call.variable("videoId"));
        if (!video.isPrivate()) {
            throw ProblemType.NOT_FOUND.because("videoId", "The video is public.");
        }
        return Answer.json(200, Map.of("session_token", tokens.begin(video.videoId(), call.variable("token"))));
    }
}
