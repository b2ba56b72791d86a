// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.MeasuredSource;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.text.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** One upload whose body, options, faults and stop are drawn; checks its promises. */
final class RandomUpload {

    private static final long PART = PartPlan.MIN_PART_SIZE;
    private static final VideoCreation CREATION = VideoCreation.titled("a");

    /** The target of an upload. */
    enum Kind {
        CREATED,
        KEY,
        EXISTING,
        DELEGATED,
        DELEGATED_EXISTING
    }

    private final Schedule schedule;
    private final FakeService service;
    private final Kind kind;
    private final FakeSource source;
    private final FaultyTransport transport;
    private final UploadRequest request;
    private final boolean account;
    private final boolean deleted;
    private UploadSession session;
    private CompletableFuture<UploadResult> result;
    private UploadProgress last;
    private boolean stopped;
    private boolean givenUp;

    RandomUpload(int number, Kind kind, FakeSource.Body body, Schedule schedule, FakeService service) {
        this.schedule = schedule;
        this.service = service;
        this.kind = kind;
        this.source = source(body);
        int parallelism = schedule.any(1, 2, 3, 8);
        this.transport = new FaultyTransport(
                schedule, service, parallelism, schedule.number(9), schedule.any(0, 5, 20, 50), schedule.percent(15));
        this.account = kind != Kind.DELEGATED && kind != Kind.DELEGATED_EXISTING || schedule.percent(50);
        this.deleted = kind != Kind.KEY && schedule.percent(80);
        this.request = new UploadRequest(
                "upload-" + number,
                target(),
                "a.mp4",
                kind == Kind.KEY || schedule.percent(70) ? PART : 0,
                parallelism,
                60,
                deleted,
                schedule.any(Duration.ZERO, Duration.ofSeconds(5)),
                Duration.ZERO,
                ContentInspector.NONE,
                this::hear);
    }

    static FakeSource.Body body(int head, int rest, Schedule schedule) {
        long length = schedule.percent(2)
                ? 0
                : schedule.any(1L, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 1, 3 * PART - 1, 4 * PART + 5);
        return new FakeSource.Body(head, rest, length);
    }

    private FakeSource source(FakeSource.Body body) {
        boolean ranged = schedule.percent(50);
        FakeSource.Manner manner = new FakeSource.Manner(
                !ranged, ranged || schedule.percent(50), troubleIn(body.length()), troubleIn(body.length()));
        return ranged ? new FakeSource.Ranged(body, manner, schedule) : new FakeSource(body, manner, schedule);
    }

    private long troubleIn(long length) {
        return length > 0 && schedule.percent(8) ? schedule.number((int) length) : Long.MAX_VALUE;
    }

    private UploadTarget target() {
        return switch (kind) {
            case CREATED -> new UploadTarget.NewContainer(CREATION);
            case KEY -> new UploadTarget.Resumable(CREATION, "key", false);
            case EXISTING -> new UploadTarget.Existing(service.create(List.of()).videoId);
            case DELEGATED -> new UploadTarget.Delegated(new Secret("to1"), null);
            case DELEGATED_EXISTING -> new UploadTarget.Delegated(new Secret("to1"), service.createKnown().videoId);
        };
    }

    private void hear(UploadProgress progress) {
        if (last != null && last.state() != State.RUNNING) {
            schedule.violated("the listener hears of an upload after its end");
        }
        last = progress;
    }

    /** Begins the upload; some are stopped later. */
    void start(UploadWorld world, UploadSession.States states) {
        ApiCalls calls = new ApiCalls(
                new AccountGateway("production", transport, world.throttle(), account ? transport : null),
                world.policy(),
                world.fresh(),
                schedule.workers());
        UploadProgressMeter meter = new UploadProgressMeter(
                request, Observer.NONE, schedule.workers().clock());
        session = new UploadSession(request, declared(), calls, world.buffers(), schedule.workers(), meter, states);
        result = session.start();
        result.whenComplete((done, error) -> {
            schedule.trace("the end: " + (error == null ? done : error));
            transport.end();
        });
        if (schedule.percent(12)) {
            schedule.outside(schedule.number(3_000) * 1_000_000L, this::stop);
        }
    }

    private PartSource declared() {
        long length = source.body.length();
        if (!source.manner.held() || length == 0 || schedule.percent(60)) {
            return source;
        }
        DeclaredLength.Trust trust = schedule.any(DeclaredLength.Trust.HINT, DeclaredLength.Trust.PROMISE);
        return new MeasuredSource(source, new DeclaredLength(length, trust, "the test", ""));
    }

    private void stop() {
        schedule.trace("stop");
        stopped = true;
        session.stop(new CancellationException("the component is stopping"));
        if (schedule.percent(30)) {
            schedule.outside(schedule.number(1_000) * 1_000_000L, () -> {
                givenUp = true;
                session.giveUp();
            });
        }
        if (schedule.percent(10)) {
            schedule.outside(schedule.number(1_000) * 1_000_000L, schedule::shutDown);
        }
    }

    /** Runs the action after the end of the upload. */
    void afterwards(Runnable action) {
        result.whenComplete((done, error) -> schedule.outside(action));
    }

    /**
     * Checks the promises after the run.
     *
     * @param alone true if no other upload has created a container
     * @param apart true if no fingerprint takes its body for the other upload's
     */
    void check(boolean alone, boolean apart) {
        if (!result.isDone()) {
            schedule.violated("nothing is left to run, and the upload has not ended");
            return;
        }
        source.checkEnd();
        Throwable failure = result.handle((done, error) -> error).join();
        checkListener(failure);
        if (failure == null) {
            if (apart || kind != Kind.KEY) {
                checkVideo(result.join());
            }
            return;
        }
        if ((apart || kind != Kind.KEY) && mustSucceed()) {
            schedule.violated("a failure that nothing has caused: " + failure);
        }
        if (alone && mustLeaveNothing() && !service.containers().isEmpty()) {
            schedule.violated("a container is left: " + failure);
        }
    }

    private void checkListener(Throwable failure) {
        State state = failure == null ? State.COMPLETED : State.FAILED;
        if (last == null || last.state() != state) {
            schedule.violated("the listener's last word is not " + state);
        }
    }

    private void checkVideo(UploadResult done) {
        FakeContainer container = service.container(done.video().videoId());
        if (container == null || !container.isComplete()) {
            schedule.violated("a success without a complete video");
            return;
        }
        long length = 0;
        for (Piece piece : container.pieces()) {
            if (!piece.equals(source.body.piece(length, piece.length()))) {
                schedule.violated("the video has other bytes than the body: " + piece + " at " + length);
            }
            length += piece.length();
        }
        if (length != source.body.length()) {
            schedule.violated("the video has " + length + " bytes, the body " + source.body.length());
        }
        if (done.bytes() != length && done.bytes() != -1) {
            schedule.violated("the result says " + done.bytes() + " bytes instead of " + length);
        }
    }

    private boolean mustLeaveNothing() {
        return kind == Kind.CREATED && deleted && !givenUp && !schedule.isShutDown() && !transport.hasRefused();
    }

    private boolean mustSucceed() {
        boolean healthy = source.manner.failsAt() == Long.MAX_VALUE
                && (source.manner.stallsAt() == Long.MAX_VALUE
                        || request.sourceTimeout().isZero());
        // An upload token opens no record: after a lost answer nothing tells whose part the container has.
        boolean doubtful = kind == Kind.DELEGATED_EXISTING && transport.hasLostPart();
        return healthy
                && !schedule.isShutDown()
                && source.body.length() > 0
                && !stopped
                && !transport.hasRefused()
                && !doubtful;
    }
}
