// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.ApiRequest.Method;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.upload.UploadWaits.Standstill.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Observes the requests of one upload for the observer of all: what the upload waits for, and for how long. Thread-safe.
 */
public final class UploadWaits implements Observer {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int USUAL_FAILURES = 2;

    private final Observer observer;
    private final LongSupplier clock;
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger throttles = new AtomicInteger();
    private final AtomicInteger inQueue = new AtomicInteger();
    private final AtomicLong throttled = new AtomicLong();
    private final LongAdder moves = new LongAdder();
    private volatile Failing failing;
    private volatile long nextRequest;
    private final List<SourceWaits> sources = new CopyOnWriteArrayList<>();

    // For the reports alone
    private long movesBefore;

    UploadWaits(Observer observer, LongSupplier clock) {
        this.observer = observer;
        this.clock = clock;
        this.nextRequest = clock.getAsLong();
    }

    /** Why an upload stands still, in words. */
    record Standstill(Kind kind, String words) {

        enum Kind {
            SERVICE_FAILS,
            RATE_LIMIT,
            NO_MEMORY,
            NOT_OPEN,
            SILENT_SOURCE,
            SILENT_SERVICE
        }

        /** Returns true if it has stood still before for a reason of the same kind. */
        boolean continues(Standstill before) {
            return before != null && before.kind() == kind;
        }
    }

    /** What has failed and is sent again, since it last worked. */
    private record Failing(long since, int times, Method method, String path, String problem) {

        boolean isOf(ApiRequest request) {
            return request.method() == method && request.path().equals(path);
        }
    }

    @Override
    public void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {
        if (problem == null) {
            worked(request);
        }
        observer.requestEnded(request, failures, problem, nanos);
    }

    // That a status or a list can be read does not tell that parts or containers are taken again.
    private void worked(ApiRequest request) {
        Failing known = failing;
        if (known != null && known.isOf(request)) {
            failing = null;
        }
    }

    @Override
    public void retrying(ApiRequest request, int failures, Duration delay, Throwable problem) {
        retries.incrementAndGet();
        failed(request, problem, delay);
        observer.retrying(request, failures, delay, problem);
    }

    private void failed(ApiRequest request, Throwable problem, Duration delay) {
        if (problem instanceof ApiVideoException failure && failure.getStatus() == TOO_MANY_REQUESTS) {
            nextRequest = clock.getAsLong() + delay.toNanos();
            return;
        }
        Failing known = failing;
        failing = new Failing(
                known == null ? clock.getAsLong() : known.since(),
                known == null ? 1 : known.times() + 1,
                request.method(),
                request.path(),
                problem.getMessage());
    }

    @Override
    public void throttled(ApiRequest request, Duration expected) {
        throttles.incrementAndGet();
        inQueue.incrementAndGet();
        nextRequest = clock.getAsLong() + expected.toNanos();
        observer.throttled(request, expected);
    }

    @Override
    public void throttleEnded(ApiRequest request, Duration waited) {
        inQueue.decrementAndGet();
        throttled.addAndGet(waited.toNanos());
        observer.throttleEnded(request, waited);
    }

    /** Something else begins: what failed before has been done after all, or is given up. */
    public void begin() {
        failing = null;
        moved();
    }

    /** Bytes have gone out, or have come in. */
    public void moved() {
        moves.increment();
    }

    /**
     * Returns why nothing has moved since the last call, or bytes move in vain; null if they move. For one thread.
     *
     * @param preparing true as long as the upload has sent no request
     */
    Standstill standstill(boolean preparing) {
        return isStill() ? reason(preparing) : null;
    }

    private boolean isStill() {
        long before = movesBefore;
        movesBefore = moves.sum();
        Failing known = failing;
        return movesBefore == before || known != null && known.times() > USUAL_FAILURES;
    }

    private Standstill reason(boolean preparing) {
        Failing known = failing;
        if (known != null) {
            return new Standstill(
                    Kind.SERVICE_FAILS,
                    "the service has failed for " + seconds(since(known.since())) + ": " + known.problem());
        }
        long left = Math.max(0, nextRequest - clock.getAsLong());
        if (left > 0 || inQueue.get() > 0) {
            return new Standstill(
                    Kind.RATE_LIMIT,
                    "the account has reached its rate limit, and may go on in " + seconds(Duration.ofNanos(left)));
        }
        return reasonOfSources()
                .orElseGet(() -> preparing
                        ? new Standstill(Kind.NOT_OPEN, "the body or a file beside it is not open yet")
                        : new Standstill(Kind.SILENT_SERVICE, "the service takes nothing"));
    }

    private Optional<Standstill> reasonOfSources() {
        Optional<Standstill> memory = sources.stream()
                .flatMap(source -> source.forMemory().stream())
                .max(Comparator.naturalOrder())
                .map(time -> new Standstill(Kind.NO_MEMORY, "no bufferMemory has been free for " + seconds(time)));
        return memory.or(() -> sources.stream()
                .flatMap(source -> source.forBytes().map(time -> Map.entry(time, source.name())).stream())
                .max(Map.Entry.comparingByKey())
                .map(silent -> new Standstill(
                        Kind.SILENT_SOURCE,
                        silent.getValue() + " has delivered nothing for " + seconds(silent.getKey()))));
    }

    /**
     * Returns the listener for the reads of the body.
     *
     * @param stalled receives the failure of a source that delivers nothing for too long
     */
    PartSource.Listener told(Consumer<Throwable> stalled) {
        return told("the body", stalled);
    }

    /**
     * Returns the listener for the reads of a source.
     *
     * @param name begins a sentence about the source
     */
    public PartSource.Listener told(String name, Consumer<Throwable> stalled) {
        SourceWaits source = new SourceWaits(name, stalled, this::moved, observer::memoryGranted, clock);
        sources.add(source);
        return source;
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

    private Duration since(long moment) {
        return Duration.ofNanos(clock.getAsLong() - moment);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
