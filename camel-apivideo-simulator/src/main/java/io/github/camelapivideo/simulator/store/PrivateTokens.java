// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The tokens for private videos, each for one asset, and the sessions that they begin. Thread-safe. */
public final class PrivateTokens {

    private static final Duration SESSION = Duration.ofHours(24);

    private record Session(String videoId, Instant end) {}

    private final Clock clock;
    // Guarded by this
    private final Map<String, String> unused = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();

    public PrivateTokens(Clock clock) {
        this.clock = clock;
    }

    /** Returns a token that opens one asset of a video, once. The token before it opens nothing any more. */
    public synchronized String next(String videoId) {
        String token = Identifiers.next("", 32);
        unused.put(videoId, token);
        return token;
    }

    /** Uses up a token, and returns the session that it begins; refuses the request if the token opens nothing. */
    public synchronized String begin(String videoId, String token) {
        if (token == null || !unused.remove(videoId, token)) {
            throw refusal(videoId);
        }
        String session = Identifiers.next("", 32);
        sessions.put(session, new Session(videoId, clock.instant().plus(SESSION)));
        return session;
    }

    /**
     * Opens an asset of a video that may be private.
     *
     * @param token the token in the URL; null if there is none
     * @param session the parameter {@code avh}; null if there is none
     * @return the session; null if the video is public
     */
    public synchronized String open(StoredVideo video, String token, String session) {
        if (!video.isPrivate()) {
            return null;
        }
        Session known = sessions.get(session);
        boolean open = known != null
                && known.videoId().equals(video.videoId())
                && clock.instant().isBefore(known.end());
        return open ? session : begin(video.videoId(), token);
    }

    private static Refusal refusal(String videoId) {
        return ProblemType.NOT_FOUND.because(
                "videoId", "The video " + videoId + " is private, and the URL has no token that opens it.");
    }

    public synchronized void clear() {
        unused.clear();
        sessions.clear();
    }
}
