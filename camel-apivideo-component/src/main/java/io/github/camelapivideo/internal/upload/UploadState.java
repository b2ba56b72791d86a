// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import java.util.concurrent.CompletionException;

/**
 * What one upload remembers, and what may happen next: decisions only, nothing that blocks. Thread-safe.
 *
 * <p>What a step has changed and how it failed become visible at once: a lane that saw only the one would take an
 * upload for complete whose last part has just failed.
 */
final class UploadState {

    /** What the decisions are about; each step runs outside of the lock, and tells of its end. */
    interface Steps {
        void read();

        void open();

        void send(Part part, Destination destination);

        void succeed(Video video);

        void fail(Throwable failure);
    }

    private final PartPlan plan;
    private final int parallelism;
    private final Steps steps;

    // Guarded by this
    private Destination destination;
    private Part ready;
    private Video latest;
    private Throwable failure;
    private int nextNumber = 1;
    private int sending;
    private boolean opening;
    private boolean reading;
    private boolean exhausted;
    private boolean ended;
    private boolean closed;

    UploadState(PartPlan plan, int parallelism, Steps steps) {
        this.plan = plan;
        this.parallelism = parallelism;
        this.steps = steps;
    }

    /** A step that may begin now, and from now on counts as begun; null if something has to end first. */
    synchronized Runnable next() {
        if (ended) {
            return null;
        }
        if (failure != null) {
            return sending == 0 && !opening ? end(() -> steps.fail(failure)) : null;
        }
        if (ready != null) {
            return nextFor(ready);
        }
        if (!exhausted) {
            return reading ? null : beginReading();
        }
        return sending == 0 ? end(() -> steps.succeed(latest)) : null;
    }

    private Runnable nextFor(Part part) {
        if (opening) {
            return null;
        }
        if (destination == null) {
            opening = true;
            return steps::open;
        }
        return maySend(part) ? beginSending(part) : null;
    }

    private boolean maySend(Part part) {
        if (sending == parallelism) {
            return false;
        }
        // A delegated upload has no container before the answer to its first part.
        boolean containerFirst = !destination.isOpen() && part.number() > 1;
        // Who learns the total from the last part takes the video for complete: the others have to be there.
        boolean lastOfUnknown = plan.totalParts() == Part.UNKNOWN && part.isLast() && sending > 0;
        return !containerFirst && !lastOfUnknown;
    }

    private Runnable beginReading() {
        reading = true;
        return steps::read;
    }

    private Runnable beginSending(Part part) {
        Destination to = destination;
        ready = null;
        sending++;
        return () -> steps.send(part, to);
    }

    private Runnable end(Runnable last) {
        ended = true;
        if (ready != null) {
            ready.content().release();
            ready = null;
        }
        return last;
    }

    /** The number of the part that is read next. */
    synchronized int nextNumber() {
        return nextNumber;
    }

    /** Reading has ended, with a part or a problem. Whether it is the first problem, like all that follow. */
    synchronized boolean read(PartContent content, Throwable problem) {
        reading = false;
        if (failure == null && problem == null) {
            exhausted = content.last();
            ready = new Part(nextNumber, plan.totalFor(nextNumber, content), content);
            nextNumber++;
        } else if (content != null) {
            content.release();
        }
        return failed(problem);
    }

    /** Opening has ended, with a destination or a problem. */
    synchronized boolean opened(Destination opened, Throwable problem) {
        opening = false;
        destination = opened;
        return failed(problem);
    }

    /** Sending a part has ended, with the video or a problem. */
    synchronized boolean sent(Video video, Throwable problem) {
        sending--;
        if (video != null) {
            destination = destination.in(video.videoId());
            latest = latest == null || video.assets().player() != null ? video : latest;
        }
        return failed(problem);
    }

    /** Something went wrong, or nothing if null. */
    synchronized boolean failed(Throwable problem) {
        if (problem == null || failure != null || ended) {
            return false;
        }
        failure = problem instanceof CompletionException ? problem.getCause() : problem;
        return true;
    }

    /** Whether the source is to be closed now: once, after the end, when nobody reads any more. */
    synchronized boolean mayClose() {
        boolean may = ended && !reading && !closed;
        closed |= may;
        return may;
    }
}
