// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.call.FreshContainers;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.call.RequestGate.Permit;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.thread.Workers;
import io.github.camelapivideo.internal.throttle.AccountThrottle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One or two uploads of one account in one {@link Schedule}. The same seed gives the same run. */
final class UploadWorld {

    private static final Duration RECORD_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_RETRIES = 20;

    private final Schedule schedule;
    private final FakeService service;
    private final UploadSession.States states;
    private final RequestGate throttle;
    private final FreshContainers fresh;
    private final RetryPolicy policy;
    private final PartBuffers buffers;
    private final List<RandomUpload> uploads = new ArrayList<>();

    // True if two bodies begin alike: a fingerprint may take one for the other.
    private boolean mixed;

    /** @param states makes the states of the uploads, with or without a planted bug */
    private UploadWorld(Schedule schedule, UploadSession.States states) {
        this.schedule = schedule;
        this.states = states;
        int limit = schedule.any(0, 0, 0, 4, 30);
        this.service = new FakeService(schedule, limit, schedule.any(0L, 0L, 3_000_000_000L));
        Workers workers = schedule.workers();
        this.throttle = new AccountThrottle(schedule::now, workers.timer());
        this.fresh = new FreshContainers(schedule::now);
        this.policy = new RetryPolicy(
                MOST_RETRIES,
                Duration.ofMillis(100),
                Duration.ofSeconds(2),
                Duration.ZERO,
                RECORD_TIMEOUT,
                schedule::fraction);
        this.buffers = new PartBuffers((3 + schedule.number(6)) * PartPlan.MIN_PART_SIZE / 2, null);
    }

    /** Runs a seed; returns the first broken promise, or null. */
    static String violationOf(long seed, UploadSession.States states) {
        Schedule schedule = new Schedule(seed, false);
        new UploadWorld(schedule, states).run();
        return schedule.violation();
    }

    /** Runs a seed; returns its events, one a line. */
    static String trace(long seed, UploadSession.States states) {
        Schedule schedule = new Schedule(seed, true);
        try {
            new UploadWorld(schedule, states).run();
        } catch (RuntimeException | Error e) {
            schedule.trace("thrown: " + e);
        }
        return schedule.traced();
    }

    RequestGate throttle() {
        return throttle;
    }

    FreshContainers fresh() {
        return fresh;
    }

    RetryPolicy policy() {
        return policy;
    }

    PartBuffers buffers() {
        return buffers;
    }

    private void run() {
        RandomUpload.Kind kind = schedule.any(
                RandomUpload.Kind.CREATED,
                RandomUpload.Kind.CREATED,
                RandomUpload.Kind.CREATED,
                RandomUpload.Kind.KEY,
                RandomUpload.Kind.KEY,
                RandomUpload.Kind.EXISTING,
                RandomUpload.Kind.DELEGATED,
                RandomUpload.Kind.DELEGATED_EXISTING);
        FakeSource.Body body = RandomUpload.body(1, 1, schedule);
        RandomUpload first = new RandomUpload(1, kind, body, schedule, service);
        uploads.add(first);
        first.start(this, states);
        if (schedule.percent(25)) {
            startSecond(first, kind, body);
        }
        schedule.run();
        check();
    }

    /** Starts another upload, now or after the end of the first. */
    private void startSecond(RandomUpload first, RandomUpload.Kind kind, FakeSource.Body body) {
        FakeSource.Body other = kind == RandomUpload.Kind.KEY && schedule.percent(70) ? body : otherThan(body);
        RandomUpload second = new RandomUpload(2, kind, other, schedule, service);
        uploads.add(second);
        if (schedule.percent(50)) {
            second.start(this, states);
        } else {
            first.afterwards(() -> second.start(this, states));
        }
    }

    private FakeSource.Body otherThan(FakeSource.Body body) {
        int head = schedule.any(1, 2);
        mixed = head == body.head();
        return RandomUpload.body(head, 2, schedule);
    }

    private void check() {
        uploads.forEach(upload -> upload.check(uploads.size() == 1, !mixed));
        if (buffers.leaseNow(buffers.capacity()).isEmpty()) {
            schedule.violated("memory is not given back: " + buffers);
        }
        // Polls and small files are no requests of uploads; they go at once in smaller numbers.
        for (Budget budget : List.of(Budget.UPLOADS, Budget.WRITES, Budget.READS)) {
            checkPermits(budget);
        }
    }

    /** As many requests may go at once as before the first one: all permits are given back. */
    private void checkPermits(Budget budget) {
        int all = service.atOnce();
        AtomicInteger granted = new AtomicInteger();
        List<Permit> permits = new ArrayList<>();
        for (int number = 0; number < all; number++) {
            permits.add(throttle.ask(budget, false, granted::incrementAndGet));
        }
        schedule.runFor(Duration.ofMinutes(3).toNanos());
        if (granted.get() != all) {
            schedule.violated("only " + granted + " of " + all + " requests for " + budget + " may go at once");
        }
        permits.forEach(permit -> permit.end(true));
    }
}
