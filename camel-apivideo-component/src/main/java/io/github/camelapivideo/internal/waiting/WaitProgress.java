// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.WaitFailed;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Quality;
import io.github.camelapivideo.api.VideoStatus.ReceivedParts;
import io.github.camelapivideo.internal.text.LogSafe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a video has come, as its polls say, and the failure that tells it. Immutable.
 *
 * @param polls the number of polls that were answered or failed
 * @param last the latest status; null if none was read
 * @param changed the time at which the status changed last, in nanoseconds
 * @param failure the failure of the latest poll; null if it was answered
 */
record WaitProgress(
        String videoId, WaitGoal goal, int polls, VideoStatus last, long changed, ApiVideoException failure) {

    static WaitProgress begin(String videoId, WaitGoal goal, long now) {
        return new WaitProgress(videoId, goal, 0, null, now, null);
    }

    WaitProgress read(VideoStatus status, long now) {
        return new WaitProgress(videoId, goal, polls + 1, status, status.equals(last) ? changed : now, null);
    }

    WaitProgress failed(ApiVideoException problem) {
        return new WaitProgress(videoId, goal, polls + 1, last, changed, problem);
    }

    /** Returns the failure of a wait that reached its timeout. */
    WaitFailed late(Duration timeout, long now) {
        return failure("Video " + videoId + " is not " + goal + " after " + timeout.toMillis() + " ms (waitTimeout): "
                + state() + "; unchanged for " + Duration.ofNanos(now - changed).toMillis() + " ms"
                + (failure == null ? "" : "; the latest question failed: " + failure.getMessage())
                + ". The video stays: waitForVideo continues the wait");
    }

    /** Returns the failure of a wait whose goal the video cannot reach. */
    WaitFailed never() {
        return failure("Video " + videoId + " will not be " + goal + ": the encoding of " + names("failed")
                + " failed; "
                + state() + ", " + (last.encoding().playable() ? "and it is playable" : "and it is not playable")
                + ". The video stays");
    }

    /** Returns the failure of a wait that cannot begin: the record does not show a part that was accepted. */
    static WaitFailed unclear(String videoId, int part, WaitGoal goal, VideoStatus status) {
        return new WaitFailed(
                "The service has accepted part " + part + " of video " + videoId
                        + ", but its record does not show it: it"
                        + " is not known whether the video is complete, and is not waited for",
                videoId,
                goal.name(),
                status,
                null);
    }

    /** Returns the failure of a wait that the service refuses, because the video was deleted for example. */
    WaitFailed refused(ApiVideoException refusal) {
        return new WaitFailed(
                "Waiting for video " + videoId + " to be " + goal + " ended: " + refusal.getMessage(),
                videoId,
                goal.name(),
                last,
                refusal);
    }

    private WaitFailed failure(String message) {
        return new WaitFailed(message, videoId, goal.name(), last, failure);
    }

    private String state() {
        if (last == null) {
            return "its status could not be read";
        }
        VideoStatus.Ingest ingest = last.ingest();
        return "its source is " + (ingest.status() == null ? "missing" : LogSafe.brief(ingest.status()))
                + parts(ingest.receivedParts()) + ", "
                + qualities(last.encoding().qualities());
    }

    private static String parts(ReceivedParts parts) {
        if (parts.parts().isEmpty()) {
            return "";
        }
        return " with " + parts.parts().size() + (parts.total() == null ? "" : " of " + parts.total()) + " parts";
    }

    private String qualities(List<Quality> qualities) {
        if (qualities.isEmpty()) {
            return "no quality is listed yet";
        }
        String encoded = names("encoded");
        long count =
                qualities.stream().filter(one -> "encoded".equals(one.status())).count();
        return count + " of " + qualities.size() + " qualities are encoded" + (count == 0 ? "" : " (" + encoded + ")");
    }

    /** Returns the qualities in this state, such as {@code hls 720p, mp4 720p}. */
    private String names(String status) {
        return last.encoding().qualities().stream()
                .filter(one -> status.equals(one.status()))
                .map(one -> LogSafe.brief((one.type() == null ? "" : one.type() + " ") + one.quality()))
                .collect(Collectors.joining(", "));
    }
}
