// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The waits of one component. Thread-safe; no wait holds a thread. */
public final class VideoWaits {

    private final Workers workers;
    private final Observer observer;
    private final Set<VideoWait> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** @param observer receives the end of each wait */
    public VideoWaits(Workers workers, Observer observer) {
        this.workers = workers;
        this.observer = observer;
    }

    /**
     * Waits until a video has reached the goal.
     *
     * @return the status that shows it; it fails with a {@code WaitFailed} at the timeout, if the goal cannot be reached,
     *     or if the service refuses to tell, and with a {@code CancellationException} after {@link #stop}
     */
    public CompletableFuture<VideoStatus> begin(String videoId, WaitPlan plan, ApiCalls calls) {
        VideoWait wait = new VideoWait(videoId, plan, calls, workers);
        running.add(wait);
        long began = workers.clock().getAsLong();
        CompletableFuture<VideoStatus> result = wait.start().whenComplete((status, problem) -> {
            running.remove(wait);
            Duration waited = Duration.ofNanos(workers.clock().getAsLong() - began);
            observer.waitEnded(videoId, Failures.cause(problem), waited);
        });
        if (stopped) {
            wait.stop();
        }
        return result;
    }

    /**
     * Reads the status of a video whose part the service has just accepted, and again while its record lacks the part:
     * the record then tells whether the part has completed the video.
     */
    public static ApiCall<VideoStatus> statusWithPart(String videoId, int part, WaitGoal goal) {
        return VideoRequests.status(videoId).map(status -> {
            if (!status.hasPart(part)) {
                throw new NotYetKnown(WaitProgress.unclear(videoId, part, goal, status));
            }
            return status;
        });
    }

    /** Polls a video now, if it is waited for: an event of the service says that it has changed. */
    public void wake(String videoId) {
        running.stream().filter(wait -> wait.videoId().equals(videoId)).forEach(VideoWait::wake);
    }

    /** Ends all waits, and from now on each one when it begins. Their videos stay. */
    public void stop() {
        stopped = true;
        running.forEach(VideoWait::stop);
    }
}
