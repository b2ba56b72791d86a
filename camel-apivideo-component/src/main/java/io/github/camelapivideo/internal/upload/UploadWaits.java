// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.call.Observer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** What one upload waits for, and for how long. Thread-safe. */
final class UploadWaits {

    private static final long NOT = Long.MIN_VALUE;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Observer observer;
    private final LongSupplier clock;
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger throttles = new AtomicInteger();
    private final AtomicInteger inQueue = new AtomicInteger();
    private final AtomicLong throttled = new AtomicLong();
    private volatile Failing failing;
    private volatile long nextRequest;
    private volatile long memorySince = NOT;
    private volatile long sourceSince = NOT;

    UploadWaits(Observer observer, LongSupplier clock) {
        this.observer = observer;
        this.clock = clock;
        this.nextRequest = clock.getAsLong();
    }

    private record Failing(long since, String problem) {}

    void failed(Throwable problem, Duration delay) {
        retries.incrementAndGet();
        if (problem instanceof ApiVideoException failure && failure.getStatus() == TOO_MANY_REQUESTS) {
            nextRequest = clock.getAsLong() + delay.toNanos();
            return;
        }
        Failing known = failing;
        failing = new Failing(known == null ? clock.getAsLong() : known.since(), problem.getMessage());
    }

    void worked() {
        failing = null;
    }

    void throttled(Duration expected) {
        throttles.incrementAndGet();
        inQueue.incrementAndGet();
        nextRequest = clock.getAsLong() + expected.toNanos();
    }

    void throttleEnded(Duration waited) {
        inQueue.decrementAndGet();
        throttled.addAndGet(waited.toNanos());
    }

    /** The next part waits for memory. */
    void forMemory() {
        memorySince = clock.getAsLong();
    }

    /** The next part is read, and the source has yet to deliver. */
    void forSource() {
        long memory = memorySince;
        if (memory != NOT) {
            memorySince = NOT;
            observer.memoryGranted(since(memory));
        }
        sourceSince = clock.getAsLong();
    }

    /** The next part was read. */
    void forNoSource() {
        sourceSince = NOT;
    }

    int retries() {
        return retries.get();
    }

    int throttles() {
        return throttles.get();
    }

    Duration throttled() {
        return Duration.ofNanos(throttled.get());
    }

    /** Returns why the upload stands still, in words. */
    String reason() {
        Failing known = failing;
        long memory = memorySince;
        long source = sourceSince;
        if (known != null) {
            return "the service has failed for " + seconds(since(known.since())) + ": " + known.problem();
        }
        long left = Math.max(0, nextRequest - clock.getAsLong());
        if (left > 0 || inQueue.get() > 0) {
            return "the account has reached its rate limit, and may go on in " + seconds(Duration.ofNanos(left));
        }
        if (memory != NOT) {
            return "no bufferMemory has been free for " + seconds(since(memory));
        }
        return source != NOT
                ? "the body has delivered nothing for " + seconds(since(source))
                : "the service takes nothing";
    }

    private Duration since(long moment) {
        return Duration.ofNanos(clock.getAsLong() - moment);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
