// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.VideoViews;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.util.List;
import java.util.Map;

/** The operations below {@code /discarded/videos}. */
public final class DiscardedVideoHandlers {

    private static final AttributeRules RESTORE = AttributeRules.of(
                    Map.of("discarded", List.of(Demand.of(Boolean.FALSE::equals, "must be false"))))
            .requiring("discarded");

    private final VideoStore videos;
    private final VideoViews views;

    public DiscardedVideoHandlers(VideoStore videos, VideoViews views) {
        this.videos = videos;
        this.views = views;
    }

    private StoredVideo video(Call call) {
        return videos.getDiscarded(call.variable("videoId"));
    }

    public Answer list(Call call) {
        return VideoQuery.LIST.answer(videos.discarded(), views::read, call);
    }

    public Answer get(Call call) {
        return Answer.json(200, views.read(video(call)));
    }

    public Answer restore(Call call) {
        StoredVideo video = video(call);
        Map<String, Object> payload = call.payload();
        RESTORE.check(payload);
        video.restore();
        return Answer.json(200, views.written(video));
    }
}
