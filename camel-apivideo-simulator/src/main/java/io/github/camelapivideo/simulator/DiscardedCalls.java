// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.net.URI;
import java.util.function.Supplier;

/** Below {@code /discarded/videos}. */
final class DiscardedCalls {

    private final VideoStore videos;
    private final Supplier<URI> base;

    /** @param base where the simulator listens */
    DiscardedCalls(VideoStore videos, Supplier<URI> base) {
        this.videos = videos;
        this.base = base;
    }

    private VideoJson json(StoredVideo video) {
        return VideoJson.of(video, base.get());
    }

    private StoredVideo video(Call call) {
        return videos.getDiscarded(call.variable("videoId"));
    }

    Reply list(Call call) {
        return Reply.json(
                200,
                Page.of(
                        VideoQuery.find(videos.discarded(), call.query()),
                        this::json,
                        call.query(),
                        base.get() + "/discarded/videos"));
    }

    Reply get(Call call) {
        return Reply.json(200, json(video(call)));
    }

    Reply restore(Call call) {
        StoredVideo video = video(call);
        if (!Boolean.FALSE.equals(call.payload().get("discarded"))) {
            throw ProblemType.INVALID_ATTRIBUTE.because("discarded", "Value must be false.");
        }
        video.restore();
        return Reply.json(200, json(video));
    }
}
