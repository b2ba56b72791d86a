// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.PriorUpload;
import io.github.camelapivideo.internal.container.PriorUpload.OpenContainer;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.thread.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The state of one upload, and the decision about its next steps. Pure: takes an event, returns the steps that begin now.
 * Runs nothing, waits for nothing, knows no clock. Not thread-safe.
 *
 * <p>One event carries what a step has changed and how it failed. A lane that saw only the change would take an upload for
 * complete whose last part has just failed.
 */
class UploadState {

    private final List<UploadStep> decided = new ArrayList<>();

    private int parallelism;
    private PartPlan plan;
    private PriorUpload earlier;
    private Destination destination;
    private Part ready;
    // A part that would complete an earlier upload's video, until the source has ended where that one had.
    private Part withheld;
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
     * @param resumable true if an earlier upload may have left parts
     * @param shared true if other uploads may send parts of another body into the same container
     * @param promptly true if reading always ends soon, so that the end waits for it
     */
    UploadState(PartPlan plan, int parallelism, boolean resumable, boolean shared, boolean promptly) {
        this.plan = plan;
        this.parallelism = parallelism;
        this.earlier = resumable ? null : new PriorUpload.Nothing();
        this.verified = !shared;
        this.waitingForReading = promptly;
    }

    /** The upload begins. */
    List<UploadStep> started() {
        return decide();
    }

    /** Sets how many parts may be sent at once; parts under way continue. */
    List<UploadStep> lanes(int number) {
        parallelism = number;
        return decide();
    }

    /** The fingerprint of the source is known, or the problem that prevents it. */
    List<UploadStep> identified(Throwable problem) {
        reading = false;
        identified = true;
        return failed(problem);
    }

    /** The search for an earlier upload has ended, with its result or a problem. */
    List<UploadStep> searched(PriorUpload found, Throwable problem) {
        searching = false;
        earlier = found;
        if (found instanceof PriorUpload.Partial partial) {
            plan = partial.plan();
            destination = new Destination(partial.video().videoId(), null);
        }
        return failed(problem);
    }

    /** Reading has ended: with a part, with a problem, or with neither if it was cancelled. */
    List<UploadStep> read(PartContent content, Throwable problem) {
        reading = false;
        Throwable wrong = problem != null ? problem : misfit(content);
        if (failure == null && wrong == null) {
            exhausted = content.last();
            ready = new Part(nextNumber, plan.totalFor(nextNumber, content), content);
            nextNumber++;
        } else if (content != null) {
            decided.add(new UploadStep.Release(content));
        }
        return failed(wrong);
    }

    /** A part that the service has was read and forgotten, or could not be read. */
    List<UploadStep> passed(PartContent content, Throwable problem) {
        reading = false;
        Throwable wrong = problem != null ? problem : misfit(content);
        if (failure == null && wrong == null) {
            exhausted = content.last();
            nextNumber++;
            ready = exhausted ? withheld : null;
            withheld = exhausted ? null : withheld;
        }
        return failed(wrong);
    }

    private Throwable misfit(PartContent content) {
        boolean endKnown = plan.totalParts() != Part.UNKNOWN;
        return endKnown || content == null ? null : earlier.misfit(nextNumber, content.last());
    }

    /** Opening has ended, with a destination or a problem. */
    List<UploadStep> opened(OpenContainer opened, Throwable problem) {
        opening = false;
        if (opened != null) {
            destination = opened.destination();
            earlier = opened.earlier();
        }
        return failed(problem);
    }

    /** Sending a part has ended, with the video or a problem; with neither if the service had the part. */
    List<UploadStep> sent(Video video, Throwable problem) {
        sending--;
        if (video != null) {
            destination = destination.in(video.videoId());
            latest = latest == null || video.assets().player() != null ? video : latest;
        }
        return failed(problem);
    }

    /** The source stalls while a part is sent from it: the end does not wait for this part. */
    List<UploadStep> held(Throwable problem) {
        sending--;
        held++;
        return failed(problem);
    }

    /** The source has let go of such a part. May come before {@link #held}. */
    List<UploadStep> letGo() {
        held--;
        return decide();
    }

    /** The whole was compared with the service's record. */
    List<UploadStep> verified(Throwable problem) {
        verifying = false;
        verified = true;
        return failed(problem);
    }

    /** The source stalls while it is read: from now on the end does not wait for the reading. */
    List<UploadStep> stalled(Throwable problem) {
        waitingForReading = false;
        return failed(problem);
    }

    /** A problem outside of every step, such as a stop; null for none. */
    List<UploadStep> failed(Throwable problem) {
        if (problem != null && failure == null && !ended) {
            failure = Failures.cause(problem);
            decided.add(new UploadStep.CancelRunning());
        }
        return decide();
    }

    private List<UploadStep> decide() {
        for (UploadStep next = next(); next != null; next = next()) {
            decided.add(next);
        }
        closeIfUnread();
        List<UploadStep> steps = List.copyOf(decided);
        decided.clear();
        return steps;
    }

    /** The next step, which counts as begun; null if another step has to end first. */
    private UploadStep next() {
        if (ended) {
            return null;
        }
        if (failure != null) {
            return isQuiet() ? end(new UploadStep.Fail(failure)) : null;
        }
        if (earlier == null) {
            return nextBeforeTheFirstPart();
        }
        if (earlier instanceof PriorUpload.Complete complete && (complete.measured() || verified)) {
            return end(new UploadStep.Recall(complete.result()));
        }
        if (ready != null) {
            return nextFor(ready);
        }
        if (exhausted) {
            return sending == 0 ? nextAfterTheLastPart() : null;
        }
        return reading ? null : beginReading();
    }

    private boolean isQuiet() {
        return sending == 0 && !opening && !searching && !verifying && !(reading && waitingForReading);
    }

    private UploadStep nextBeforeTheFirstPart() {
        if (reading || searching) {
            return null;
        }
        if (identified) {
            searching = true;
            return new UploadStep.Search();
        }
        reading = true;
        return new UploadStep.Identify(plan.sizeOf(nextNumber));
    }

    private UploadStep nextFor(Part part) {
        if (opening) {
            return null;
        }
        if (earlier.has(part.number())) {
            beginSending();
            return new UploadStep.Drop(part);
        }
        if (destination == null) {
            opening = true;
            return new UploadStep.Open(plan);
        }
        if (!exhausted && plan.totalParts() == Part.UNKNOWN && earlier.lacksOnly(part.number())) {
            withheld = part;
            ready = null;
            return next();
        }
        if (!maySend(part)) {
            return null;
        }
        beginSending();
        return new UploadStep.Send(part, destination);
    }

    private void beginSending() {
        ready = null;
        sending++;
    }

    // A delegated upload has no container before the answer to its first part.
    private boolean maySend(Part part) {
        return sending < parallelism && (destination.isOpen() || part.number() == 1);
    }

    private UploadStep beginReading() {
        reading = true;
        return earlier.has(nextNumber)
                ? new UploadStep.Pass(plan.sizeOf(nextNumber))
                : new UploadStep.Read(nextNumber, plan);
    }

    private UploadStep nextAfterTheLastPart() {
        if (verified) {
            return end(new UploadStep.Succeed(latest));
        }
        if (verifying) {
            return null;
        }
        verifying = true;
        return earlier instanceof PriorUpload.Complete complete
                ? new UploadStep.Measure(complete.result())
                : new UploadStep.Verify();
    }

    private UploadStep end(UploadStep last) {
        ended = true;
        Stream<Part> unsent = Stream.of(ready, withheld).filter(Objects::nonNull);
        unsent.forEach(part -> decided.add(new UploadStep.Release(part.content())));
        ready = withheld = null;
        closeIfUnread();
        return last;
    }

    // Once, after the end: a source that a step still reads is closed when that step has ended.
    private void closeIfUnread() {
        if (ended && !reading && held == 0 && !closed) {
            closed = true;
            decided.add(new UploadStep.CloseSource());
        }
    }
}
