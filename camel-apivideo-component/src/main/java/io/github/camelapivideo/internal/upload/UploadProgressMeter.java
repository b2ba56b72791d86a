// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.part.Part;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what one upload has sent and tells its listener, ten times a second at most and never two threads at once.
 * Lanes do not wait for each other here: a lane that finds the listener busy skips it. Thread-safe.
 */
final class UploadProgressMeter {

    private static final Logger LOG = LoggerFactory.getLogger(UploadProgressMeter.class);
    private static final long INTERVAL = Duration.ofMillis(100).toNanos();

    private final String uploadId;
    private final String fileName;
    private final UploadListener listener;
    private final long length;
    private final LongSupplier clock;
    private final long begin;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger parts = new AtomicInteger();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile String videoId;
    private volatile int totalParts;
    private volatile boolean passed;
    private volatile long lastTold;

    // Guarded by telling
    private boolean closed;

    /**
     * @param length in bytes; -1 if it is not known
     * @param clock never goes back, like {@link System#nanoTime}, in nanoseconds
     */
    UploadProgressMeter(UploadRequest request, long length, int totalParts, LongSupplier clock) {
        this.clock = clock;
        this.begin = clock.getAsLong();
        this.uploadId = request.uploadId();
        this.fileName = request.fileName();
        this.listener = request.listener();
        this.length = length;
        this.totalParts = totalParts;
        this.lastTold = begin - INTERVAL;
    }

    void filling(String container) {
        videoId = container;
        tellForSure(State.RUNNING);
    }

    void totalIs(int total) {
        totalParts = total;
    }

    /** A part was there already. */
    void passed(long length) {
        passed = true;
        bytes.addAndGet(length);
        parts.incrementAndGet();
        tellNowAndThen();
    }

    /** The whole video was there already. */
    void recalled(UploadResult result) {
        videoId = result.video().videoId();
        totalParts = result.parts();
        bytes.set(Math.max(0, result.bytes()));
        parts.set(result.parts());
    }

    /** @param length of the part, in bytes */
    PartMeter begin(long length) {
        return new PartMeter(length);
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

    Duration elapsed() {
        return Duration.ofNanos(clock.getAsLong() - begin);
    }

    /** Tells the listener how the upload ended; the last that it hears. */
    void ended(State state) {
        telling.lock();
        try {
            tell(state);
            closed = true;
        } finally {
            telling.unlock();
        }
    }

    private void tellForSure(State state) {
        telling.lock();
        try {
            tell(state);
        } finally {
            telling.unlock();
        }
    }

    private void tellNowAndThen() {
        if (clock.getAsLong() - lastTold >= INTERVAL && telling.tryLock()) {
            try {
                tell(State.RUNNING);
            } finally {
                telling.unlock();
            }
        }
    }

    private void tell(State state) {
        lastTold = clock.getAsLong();
        if (listener == null || closed) {
            return;
        }
        long total = state == State.COMPLETED ? bytes.get() : length;
        int expected = totalParts == Part.UNKNOWN ? -1 : totalParts;
        try {
            listener.onProgress(new UploadProgress(
                    uploadId, fileName, videoId, state, bytes.get(), total, parts.get(), expected, elapsed()));
        } catch (RuntimeException | Error e) {
            LOG.warn("The uploadListener failed; the upload continues", e);
        }
    }

    /** One part, however often it is sent. For one thread after another. */
    final class PartMeter implements LongConsumer {
        private final long length;
        private long counted;

        private PartMeter(long length) {
            this.length = length;
        }

        @Override
        public void accept(long written) {
            // A part that is sent again, with another token, counts once.
            long more = Math.min(written, length - counted);
            counted += more;
            bytes.addAndGet(more);
            tellNowAndThen();
        }

        /** The service has the whole part, however much of it the last try had to write. */
        void accepted() {
            bytes.addAndGet(length - counted);
            counted = 0;
            parts.incrementAndGet();
            tellNowAndThen();
        }

        /** What was written for nothing does not count. */
        void end() {
            bytes.addAndGet(-counted);
            counted = 0;
        }
    }
}
