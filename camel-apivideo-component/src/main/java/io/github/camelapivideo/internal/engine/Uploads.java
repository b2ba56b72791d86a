// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Surroundings;
import io.github.camelapivideo.internal.thread.Workers;
import io.github.camelapivideo.internal.upload.PartRequest;
import io.github.camelapivideo.internal.upload.UploadProgressMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The uploads of a component: lets them run by turns, lists them, reports their progress, cancels them. Thread-safe. */
public final class Uploads {

    private final Admission admission;
    private final Observer observer;
    private final Workers workers;
    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

    /** @param most the largest number of uploads at once */
    Uploads(int most, Observer observer, Workers workers) {
        this.admission = new Admission(most, workers.aside());
        this.observer = observer;
        this.workers = workers;
    }

    /** Begins an upload, with all that it opens. */
    @FunctionalInterface
    public interface Beginning<T> {
        CompletableFuture<T> begin(Turn turn) throws Exception;
    }

    /**
     * Runs an upload when there are few enough others: at once on the caller's thread if there are, and otherwise later,
     * in the order of arrival.
     *
     * @param until ends the upload for the reason of the cancellation, or takes it out of the queue
     * @return what the upload returns or throws; why it is cancelled, or the engine stops, if that comes before it begins
     */
    public <T> CompletableFuture<T> admit(
            UploadRequest request, AccountGateway account, Cancellation until, Beginning<T> upload) {
        return admit(request, account, until, upload, UploadProgressMeter::endedWaiting);
    }

    /** Does the same for a part that is sent for its own, which counts as no upload of a whole video. */
    public <T> CompletableFuture<T> admitPart(
            PartRequest part, AccountGateway account, Cancellation until, Beginning<T> upload) {
        return admit(part.asUpload(), account, until, upload, UploadProgressMeter::partEndedWaiting);
    }

    private <T> CompletableFuture<T> admit(
            UploadRequest request,
            AccountGateway account,
            Cancellation until,
            Beginning<T> upload,
            BiConsumer<UploadProgressMeter, Throwable> endedWaiting) {
        Surroundings surroundings = Surroundings.ofThisThread();
        Turn turn = new Turn(request, observer.in(account.environment()), until, workers.in(surroundings));
        turns.add(turn);
        return admission
                .run(
                        () -> surroundings.call(() -> {
                            turn.meter.admitted();
                            turn.reportLater();
                            return upload.begin(turn);
                        }),
                        until)
                .whenComplete((done, error) -> {
                    turns.remove(turn);
                    turn.meter.finished(error);
                    if (error != null) {
                        endedWaiting.accept(turn.meter, error);
                    }
                    turn.reportNoMore();
                });
    }

    /** Returns the uploads that wait and those that run, in no order. */
    public List<UploadProgress> list() {
        return turns.stream().map(turn -> turn.meter.progress()).toList();
    }

    /** Returns the uploads for a message: their files, exchanges, containers and parts. */
    String names() {
        return list().stream()
                .map(upload -> "'" + LogSafe.of(upload.fileName()) + "' (exchange " + upload.uploadId() + ", container "
                        + upload.videoId() + ", " + upload.parts() + " parts)")
                .collect(Collectors.joining(", "));
    }

    /**
     * Cancels the uploads with this identifier: those that wait at once, and those that run as after a failure, with all
     * that their {@code onFailure} asks for.
     *
     * @param id the identifier of the exchange or of the video
     * @return false if there is no such upload, or its video is complete and only read once more
     */
    public boolean cancel(String id) {
        return turns.stream().filter(turn -> turn.isOf(id)).filter(Turn::cancel).count() > 0;
    }

    /** Ends the uploads that wait, and from now on those that would have to. */
    void endWaiting(CancellationException why) {
        admission.end(why);
    }

    /** One upload from its arrival to its end. Thread-safe. */
    public final class Turn {
        private final Duration interval;
        private final UploadProgressMeter meter;
        private final Cancellation until;
        private final Workers workers;

        // The container that the request names; null if it names none.
        private final String wanted;

        // Guarded by this
        private Future<?> nextReport;
        private boolean ended;

        private Turn(UploadRequest request, Observer told, Cancellation until, Workers workers) {
            this.workers = workers;
            this.until = until;
            this.wanted = wanted(request.target());
            this.interval = request.progressInterval();
            this.meter = new UploadProgressMeter(request, told, workers.clock());
        }

        private static String wanted(UploadTarget target) {
            if (target instanceof UploadTarget.Existing existing) {
                return existing.videoId();
            }
            return target instanceof UploadTarget.Delegated delegated ? delegated.videoId() : null;
        }

        UploadProgressMeter meter() {
            return meter;
        }

        private boolean isOf(String id) {
            UploadProgress now = meter.progress();
            return now.uploadId().equals(id) || id != null && (id.equals(now.videoId()) || id.equals(wanted));
        }

        /** More belongs to the upload than its video: until that is sent, it can be cancelled. */
        public void hasMore() {
            meter.fate().expectMore();
        }

        /**
         * Decides that all that belongs to the upload is done.
         *
         * @return why it is cancelled; empty if it is not, and then it no longer can be
         */
        public Optional<CancellationException> done() {
            return meter.fate().completeAll();
        }

        private boolean cancel() {
            CancellationException why = new CancellationException("the upload was cancelled");
            boolean cancelled = meter.fate().cancel(why);
            if (cancelled) {
                until.cancel(why);
            }
            return cancelled;
        }

        /** Returns what ends the upload, and all that belongs to it. */
        public Cancellation until() {
            return until;
        }

        private synchronized void reportLater() {
            if (ended || interval.isZero()) {
                return;
            }
            try {
                nextReport = workers.timer().schedule(this::report, interval.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The threads have been shut down: the upload ends.
            }
        }

        // Not on the timer: what observers do may take long.
        private void report() {
            try {
                workers.aside().execute(() -> {
                    meter.report();
                    reportLater();
                });
            } catch (RejectedExecutionException e) {
                // The threads have been shut down: the upload ends.
            }
        }

        private synchronized void reportNoMore() {
            ended = true;
            if (nextReport != null) {
                nextReport.cancel(false);
            }
        }
    }
}
