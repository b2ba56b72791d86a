// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.Destination;
import io.github.camelapivideo.internal.container.OpenContainer;
import io.github.camelapivideo.internal.container.PriorUpload;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.plan.PartPlan;
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
        void identify();

        void search();

        void read();

        void pass();

        void open();

        void send(Part part, Destination destination);

        void drop(Part part);

        void verify();

        void measure(UploadResult earlier);

        void succeed(Video video);

        void recall(UploadResult earlier);

        void fail(Throwable failure);
    }

    private final int parallelism;
    private final Steps steps;

    // Guarded by this
    private PartPlan plan;
    private PriorUpload earlier;
    private Destination destination;
    private Part ready;
    private Video latest;
    private Throwable failure;
    private int nextNumber = 1;
    private int sending;
    private int held;
    private boolean identified;
    private boolean searching;
    private boolean opening;
    private boolean reading;
    private boolean waitingForReading;
    private boolean exhausted;
    private boolean verifying;
    private boolean verified;
    private boolean ended;
    private boolean closed;

    /**
     * @param plan unless an earlier upload has left another
     * @param resumable whether there may be an earlier upload to go on with
     * @param shared whether others may send parts of another body into the same container
     * @param promptly whether reading is always over soon, so that the end waits for it
     */
    UploadState(PartPlan plan, int parallelism, boolean resumable, boolean shared, boolean promptly, Steps steps) {
        this.plan = plan;
        this.parallelism = parallelism;
        this.earlier = resumable ? null : new PriorUpload.Nothing();
        this.verified = !shared;
        this.waitingForReading = promptly;
        this.steps = steps;
    }

    /** A step that may begin now, and from now on counts as begun; null if something has to end first. */
    synchronized Runnable next() {
        if (ended) {
            return null;
        }
        if (failure != null) {
            return isQuiet() ? end(() -> steps.fail(failure)) : null;
        }
        if (earlier == null) {
            return nextBeforeTheFirstPart();
        }
        if (earlier instanceof PriorUpload.Complete complete && (complete.measured() || verified)) {
            return end(() -> steps.recall(complete.result()));
        }
        if (ready != null) {
            return nextFor(ready);
        }
        if (!exhausted) {
            return reading ? null : beginReading();
        }
        return sending == 0 ? nextAfterTheLastPart() : null;
    }

    private Runnable nextAfterTheLastPart() {
        if (verified) {
            return end(() -> steps.succeed(latest));
        }
        return verifying ? null : beginVerifying();
    }

    private Runnable beginVerifying() {
        verifying = true;
        return earlier instanceof PriorUpload.Complete complete
                ? () -> steps.measure(complete.result())
                : steps::verify;
    }

    private Runnable nextBeforeTheFirstPart() {
        if (reading || searching) {
            return null;
        }
        return identified ? beginSearching() : beginIdentifying();
    }

    private boolean isQuiet() {
        return sending == 0 && !opening && !searching && !verifying && !(reading && waitingForReading);
    }

    private Runnable nextFor(Part part) {
        if (opening) {
            return null;
        }
        if (isThere(part.number())) {
            ready = null;
            sending++;
            return () -> steps.drop(part);
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

    private Runnable beginIdentifying() {
        reading = true;
        return steps::identify;
    }

    private Runnable beginSearching() {
        searching = true;
        return steps::search;
    }

    private Runnable beginReading() {
        reading = true;
        return isThere(nextNumber) ? steps::pass : steps::read;
    }

    private boolean isThere(int number) {
        return earlier instanceof PriorUpload.Complete
                || earlier instanceof PriorUpload.Partial partial && partial.has(number);
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

    /** How large it is, unless it is the last. */
    synchronized long nextSize() {
        return plan.sizeOf(nextNumber);
    }

    /** How the source is cut. */
    synchronized PartPlan plan() {
        return plan;
    }

    /** The look at the source's fingerprint has ended, perhaps with a problem. */
    synchronized boolean identified(Throwable problem) {
        reading = false;
        identified = true;
        return failed(problem);
    }

    /** Searching has ended, with what is there to go on with, or a problem. */
    synchronized boolean searched(PriorUpload found, Throwable problem) {
        searching = false;
        earlier = found;
        if (found instanceof PriorUpload.Partial partial) {
            plan = partial.plan();
            destination = new Destination(partial.video().videoId(), null);
        }
        return failed(problem);
    }

    /** Reading has ended, with a part or a problem. Whether it is the first problem, like all that follow. */
    synchronized boolean read(PartContent content, Throwable problem) {
        reading = false;
        Throwable wrong = problem != null ? problem : wrongEnd(content);
        if (failure == null && wrong == null) {
            exhausted = content.last();
            ready = new Part(nextNumber, plan.totalFor(nextNumber, content), content);
            nextNumber++;
        } else if (content != null) {
            content.release();
        }
        return failed(wrong);
    }

    /** A part that the service has was read away, or could not be. */
    synchronized boolean passed(PartContent content, Throwable problem) {
        reading = false;
        Throwable wrong = problem != null ? problem : wrongEnd(content);
        if (failure == null && wrong == null) {
            exhausted = content.last();
            nextNumber++;
        }
        return failed(wrong);
    }

    private Throwable wrongEnd(PartContent content) {
        boolean endKnown = plan.totalParts() != Part.UNKNOWN;
        if (endKnown || content == null || !content.last() || !(earlier instanceof PriorUpload.Partial partial)) {
            return null;
        }
        return partial.wrongEnd(nextNumber);
    }

    /** Opening has ended, with a destination or a problem. */
    synchronized boolean opened(OpenContainer opened, Throwable problem) {
        opening = false;
        if (opened != null) {
            destination = opened.destination();
            earlier = opened.earlier();
        }
        return failed(problem);
    }

    /** Sending a part has ended, with the video or a problem; with neither if the service had it. */
    synchronized boolean sent(Video video, Throwable problem) {
        sending--;
        if (video != null) {
            destination = destination.in(video.videoId());
            latest = latest == null || video.assets().player() != null ? video : latest;
        }
        return failed(problem);
    }

    /** A part is not sent on, because its source delivers nothing: it is not waited for. */
    synchronized boolean held(Throwable problem) {
        sending--;
        held++;
        return failed(problem);
    }

    /** The source has let go of such a part. */
    synchronized void letGo() {
        held--;
    }

    /** The whole was held against the service's record, perhaps with a problem. */
    synchronized boolean verified(Throwable problem) {
        verifying = false;
        verified = true;
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

    /** The source delivers nothing, and nobody knows for how long: from now on its reading is not waited for. */
    synchronized boolean stalled(Throwable problem) {
        waitingForReading = false;
        return failed(problem);
    }

    /** Whether the source is to be closed now: once, after the end, when nobody reads any more. */
    synchronized boolean mayClose() {
        boolean may = ended && !reading && held == 0 && !closed;
        closed |= may;
        return may;
    }
}
