// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.source.WatchedContent;
import io.github.camelapivideo.internal.thread.NoMoreThreads;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells an {@link UploadState} of events, and runs the steps that it decides on lanes: no lock is held over I/O, and no
 * lane waits for another. Thread-safe.
 */
final class StepRunner {

    private final UploadStep.Actions actions;
    private final Workers workers;
    private final Executor readers;

    private final AtomicInteger sending = new AtomicInteger();

    // Guarded by itself
    private final UploadState state;

    /** @param readers the threads that read the source */
    StepRunner(UploadState state, UploadStep.Actions actions, Workers workers, Executor readers) {
        this.state = state;
        this.actions = actions;
        this.workers = workers;
        this.readers = readers;
    }

    /** Tells the state of an event and begins the steps that it decides. */
    void tell(Function<UploadState, List<UploadStep>> event) {
        List<UploadStep> steps;
        // What a step has changed and how it failed become visible at once, to all lanes.
        synchronized (state) {
            steps = event.apply(state);
        }
        steps.forEach(this::begin);
    }

    /** Tells the state of a problem outside of every step. */
    void failed(Throwable problem) {
        tell(upload -> upload.failed(problem));
    }

    /** Tells the state that the source stalls while it is read. */
    void stalled(Throwable problem) {
        tell(upload -> upload.stalled(problem));
    }

    /** Returns the number of parts that are sent now, or sent again. */
    int sending() {
        return sending.get();
    }

    private void begin(UploadStep step) {
        switch (step.place()) {
            case HERE -> guarded(step);
            case LANE -> begin(step, workers.lanes());
            case READER -> begin(step, readers);
        }
    }

    private void begin(UploadStep step, Executor threads) {
        try {
            threads.execute(() -> guarded(step));
        } catch (NoMoreThreads e) {
            failed(e);
            // This may be the timer, which a step would block.
            aside(step);
        } catch (RuntimeException | Error e) {
            // The threads have ended: all that is left to do is done here.
            failed(e);
            guarded(step);
        }
    }

    private void aside(UploadStep step) {
        try {
            workers.aside().execute(() -> guarded(step));
        } catch (RejectedExecutionException e) {
            guarded(step);
        }
    }

    private void guarded(UploadStep step) {
        try {
            step.run(actions);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /**
     * Sends a part whose source may stall meanwhile, releases it, and tells the state how that ended.
     *
     * @param sourceTimeout for how long the source may deliver nothing; zero for ever
     * @param accepted sees the video before the state does
     */
    void send(
            Part part,
            Duration sourceTimeout,
            Function<Part, CompletableFuture<Video>> sending,
            Consumer<Video> accepted) {
        WatchedContent content = new WatchedContent(
                part.content(), workers, sourceTimeout, problem -> tell(upload -> upload.held(problem)));
        this.sending.incrementAndGet();
        sending.apply(part.with(content)).whenComplete((video, error) -> {
            this.sending.decrementAndGet();
            boolean stalled = content.isStalled();
            try {
                content.release();
                if (error == null && !stalled) {
                    accepted.accept(video);
                }
            } finally {
                tell(upload -> stalled ? upload.letGo() : upload.sent(video, error));
            }
        });
    }
}
