// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.part.Part;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Counts the bytes of one upload. Calls its listener and the observer of all uploads at most ten times a second, and never
 * on two threads at once. Lanes do not wait for each other here: a lane that finds the listener busy skips it. Thread-safe.
 */
public final class UploadProgressMeter {

    private static final long INTERVAL = Duration.ofMillis(100).toNanos();
    private static final Set<State> NOT_BEGUN = Set.of(State.WAITING, State.PREPARING);

    private final String uploadId;
    private final String fileName;
    private final SafeListener listener;
    private final Observer observer;
    private final LongSupplier clock;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicInteger parts = new AtomicInteger();
    private final UploadWaits waits;
    private final LaneRate rate;
    private final ReentrantLock telling = new ReentrantLock();
    private final UploadFate fate = new UploadFate();
    private volatile Runnable whenOver = () -> {};
    private volatile long begin;
    private volatile State state = State.WAITING;
    private volatile String videoId;
    private volatile long length = -1;
    private volatile int totalParts = Part.UNKNOWN;
    private volatile boolean passed;
    private volatile long lastTold;
    private volatile UploadWaits.Standstill standstill;

    /**
     * @param observer of all uploads
     * @param clock never goes back, like {@link System#nanoTime}, in nanoseconds
     */
    public UploadProgressMeter(UploadRequest request, Observer observer, LongSupplier clock) {
        this.clock = clock;
        this.observer = observer;
        this.waits = new UploadWaits(observer, clock);
        this.rate = new LaneRate(clock);
        this.begin = clock.getAsLong();
        this.uploadId = request.uploadId();
        this.fileName = request.fileName();
        this.listener = new SafeListener(request.listener());
        this.lastTold = begin - INTERVAL;
    }

    /** The upload has got its turn. */
    public void admitted() {
        state = State.PREPARING;
    }

    /**
     * The body is open, and its parts are planned.
     *
     * @param size in bytes; -1 if it is not known
     */
    void begins(long size, int total) {
        begin = clock.getAsLong();
        length = size;
        totalParts = total;
        standstill = null;
        state = State.RUNNING;
    }

    /** @param parallelism the largest number of parts that are sent at once */
    void started(int parallelism) {
        observer.uploadStarted(progress(), parallelism);
    }

    /** @param step runs when no more of the video is sent */
    void whenOver(Runnable step) {
        whenOver = step;
    }

    void filling(String container) {
        videoId = container;
        tellAtOnce();
    }

    void totalIs(int total) {
        totalParts = total;
    }

    /** An earlier upload had sent a part. */
    void passed(long size) {
        reused.addAndGet(size);
        arrived(size);
    }

    /** A part was there already: an earlier try had sent it, or another upload. */
    void arrived(long size) {
        passed = true;
        bytes.addAndGet(size);
        parts.incrementAndGet();
        waits.moved();
        tellNowAndThen();
    }

    /** An earlier upload had sent the whole video. */
    void recalled(UploadResult result) {
        videoId = result.video().videoId();
        totalParts = result.parts();
        bytes.set(Math.max(0, result.bytes()));
        reused.set(bytes.get());
        parts.set(result.parts());
    }

    /** Bytes of a part were written. */
    void wrote(long more) {
        bytes.addAndGet(more);
        waits.moved();
        tellNowAndThen();
    }

    /** The service has a whole part, of which so much had not been written. */
    void accepted(long more) {
        bytes.addAndGet(more);
        parts.incrementAndGet();
        tellNowAndThen();
    }

    /** What was written for nothing does not count. */
    void lost(long less) {
        bytes.addAndGet(-less);
    }

    /** Returns how fast the lanes of the upload are. */
    LaneRate rate() {
        return rate;
    }

    /** Returns whether the service had a part before this upload sent it. */
    boolean hasPassed() {
        return passed;
    }

    int parts() {
        return parts.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Returns what decides whether the upload can be cancelled. */
    public UploadFate fate() {
        return fate;
    }

    /** Returns what notes how the requests of the upload fare, and what it waits for besides them. */
    public UploadWaits waits() {
        return waits;
    }

    /** Returns how the upload stands now. */
    public UploadProgress progress() {
        UploadWaits.Standstill why = standstill;
        return new UploadProgress(
                uploadId,
                fileName,
                videoId,
                state,
                bytes.get(),
                reused.get(),
                state == State.COMPLETED || state == State.FINISHING ? bytes.get() : length,
                parts.get(),
                totalParts == Part.UNKNOWN ? -1 : totalParts,
                Duration.ofNanos(clock.getAsLong() - begin),
                waits.retries(),
                waits.throttles(),
                waits.throttled(),
                why == null ? null : why.words());
    }

    /** Reports to the observer whether the upload has moved since the last call. */
    public void report() {
        telling.lock();
        try {
            reportPhase();
        } finally {
            telling.unlock();
        }
    }

    private void reportPhase() {
        State phase = state;
        if (!phase.isActive()) {
            return;
        }
        UploadWaits.Standstill before = standstill;
        UploadWaits.Standstill now = waits.standstill(phase == State.PREPARING);
        standstill = now;
        if (now != null && !now.continues(before)) {
            observer.uploadStands(progress());
        } else {
            observer.uploadContinues(progress());
        }
    }

    /**
     * Tells the listener and the observer how the upload ended, the last that they hear; or that its video is complete, if
     * more belongs to it.
     *
     * @param problem null if the video is complete
     */
    void ended(Throwable problem) {
        whenOver.run();
        if (problem == null && fate.hasMore()) {
            standstill = null;
            state = State.FINISHING;
            waits.begin();
            tellAtOnce();
        } else {
            end(Set.of(State.RUNNING), problem, observer::uploadEnded);
        }
    }

    /** Tells how an upload ended to which more belonged than its video; without effect on others. */
    public void finished(Throwable problem) {
        end(Set.of(State.FINISHING), problem, observer::uploadEnded);
    }

    /** Tells the same of a part that was sent for its own. */
    void partEnded(Throwable problem) {
        end(Set.of(State.RUNNING), problem, observer::partEnded);
    }

    /** Tells the same of an upload that could not begin; without effect on one that has begun. */
    public void endedWaiting(Throwable problem) {
        end(NOT_BEGUN, problem, observer::uploadEndedWaiting);
    }

    /** Tells the same of a part that was to be sent for its own. */
    public void partEndedWaiting(Throwable problem) {
        end(NOT_BEGUN, problem, observer::partEndedWaiting);
    }

    private void end(Set<State> before, Throwable problem, BiConsumer<UploadProgress, Throwable> last) {
        telling.lock();
        try {
            if (!before.contains(state)) {
                return;
            }
            standstill = null;
            state = problem == null ? State.COMPLETED : State.FAILED;
            listener.onProgress(progress());
        } finally {
            telling.unlock();
        }
        last.accept(progress(), problem);
    }

    private void tellNowAndThen() {
        if (clock.getAsLong() - lastTold >= INTERVAL && telling.tryLock()) {
            try {
                tell();
            } finally {
                telling.unlock();
            }
        }
    }

    private void tellAtOnce() {
        telling.lock();
        try {
            tell();
        } finally {
            telling.unlock();
        }
    }

    private void tell() {
        lastTold = clock.getAsLong();
        if (state.isActive()) {
            UploadProgress now = progress();
            listener.onProgress(now);
            observer.uploadProgressed(now);
        }
    }
}
