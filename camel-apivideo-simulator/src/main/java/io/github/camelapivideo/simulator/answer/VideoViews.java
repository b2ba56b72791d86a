// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.store.PrivateTokens;
import io.github.camelapivideo.simulator.store.StoredVideo;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The JSON of videos, as reads and as writes answer it.
 *
 * @param tokens for the assets of private videos
 * @param base the address of the simulator
 */
public record VideoViews(PrivateTokens tokens, Supplier<URI> base) {

    /** The answer to a read: the assets of a private video have a new token. */
    public VideoJson read(StoredVideo video) {
        boolean hasToken = video.isPrivate() && video.discardedAt().isEmpty();
        return VideoJson.of(video, base.get(), hasToken ? tokens.next(video.videoId()) : null);
    }

    /** The answer to a write, without a token: no document says that it has one. */
    public VideoJson written(StoredVideo video) {
        return VideoJson.of(video, base.get(), null);
    }
}
