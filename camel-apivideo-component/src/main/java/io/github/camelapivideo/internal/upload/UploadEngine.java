// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoStatus;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads sources: the only place where things run at once. Thread-safe. The executors belong to who made them and are
 * shut down after {@link #stop}.
 */
public final class UploadEngine {

    private static final Logger LOG = LoggerFactory.getLogger(UploadEngine.class);

    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

    private final Executor lanes;
    private final Executor aside;
    private final ScheduledExecutorService timer;
    private final Watchdog watchdog;
    private final AccountQuestion question;
    private final FreshContainers fresh = new FreshContainers();
    private final PartBuffers buffers;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param lanes runs what blocks: reading a source, waiting for an answer
     * @param aside runs what may block for long, on as many threads as it takes: the closing of sources that stall, and
     *     questions of health
     * @param timer starts retries; nothing blocks on it
     * @param buffers the memory for the parts of streams
     */
    public UploadEngine(Executor lanes, Executor aside, ScheduledExecutorService timer, PartBuffers buffers) {
        this.buffers = buffers;
        this.lanes = lanes;
        this.aside = aside;
        this.timer = timer;
        this.watchdog = new Watchdog(timer);
        this.question = new AccountQuestion(aside, watchdog);
    }

    /**
     * Uploads a source, which is closed in the end.
     *
     * @return the complete video; or, in the end, an {@code IllegalArgumentException} for a source that cannot be a
     *     video, if that is seen before there is a container, and an {@code UploadFailed} for everything else
     */
    public CompletableFuture<UploadResult> upload(
            UploadRequest request, PartSource source, Remote remote, RetryPolicy policy) {
        UploadSession session;
        try {
            session = new UploadSession(request, source, remote, buffers, threads(policy));
        } catch (RuntimeException e) {
            Sources.abandon(source, request.uploadId(), aside);
            return CompletableFuture.failedFuture(e);
        }
        return untilEnd(session, session::start);
    }

    /**
     * Sends a source as one part of a video, unless the service has that part. The source is closed in the end.
     *
     * @return the video; or, in the end, an {@code IllegalArgumentException} for a source that cannot be the part, a
     *     {@code SourceException} for one that cannot be read, and an {@code ApiVideoException} for everything else
     */
    public CompletableFuture<Video> sendPart(
            PartRequest request, PartSource source, Remote remote, RetryPolicy policy) {
        SinglePart part;
        try {
            part = new SinglePart(request, source, remote, buffers, threads(policy));
        } catch (RuntimeException e) {
            Sources.abandon(source, request.uploadId(), aside);
            return CompletableFuture.failedFuture(e);
        }
        return untilEnd(part, part::start);
    }

    /** Creates a container; see {@link VideoApi#create}. */
    public CompletableFuture<Video> create(Target.NewContainer wanted, Remote remote, RetryPolicy policy) {
        Mark mark = Mark.ofUpload(UUID.randomUUID().toString());
        return onLane(remote, policy, (calls, abort) -> calls.create(wanted.creation(), mark, abort));
    }

    /** What has arrived of a video; see {@link VideoApi#status}. */
    public CompletableFuture<VideoStatus> status(String videoId, Remote remote, RetryPolicy policy) {
        return onLane(remote, policy, (calls, abort) -> calls.status(videoId, abort));
    }

    /** Deletes a video; one that is gone is deleted too. See {@link VideoApi#delete}. */
    public CompletableFuture<String> delete(String videoId, Remote remote, RetryPolicy policy) {
        return onLane(remote, policy, (calls, abort) -> calls.delete(videoId, abort));
    }

    /**
     * Asks whether the account answers, once and at once: whoever gets an answer can upload.
     *
     * @return completed when it did; in the end an {@code IllegalStateException} if it could not be asked, and an
     *     {@code ApiVideoException} if it refused or did not answer
     */
    public CompletableFuture<Void> ask(Remote remote) {
        return question.ask(remote);
    }

    private <T> CompletableFuture<T> onLane(
            Remote remote, RetryPolicy policy, BiFunction<VideoCalls, Abort, CompletableFuture<T>> call) {
        VideoCalls calls = new VideoCalls(remote, threads(policy).retry());
        SingleCall<T> single = new SingleCall<>(lanes, abort -> call.apply(calls, abort));
        return untilEnd(single, single::start);
    }

    private UploadSession.Threads threads(RetryPolicy policy) {
        return new UploadSession.Threads(lanes, aside, new Retry(lanes, timer, policy, fresh), watchdog);
    }

    private <T> CompletableFuture<T> untilEnd(Running work, Supplier<CompletableFuture<T>> start) {
        running.add(work);
        CompletableFuture<T> result = begun(start);
        if (stopped) {
            work.stop(stopping());
        }
        return result.whenComplete((done, error) -> running.remove(work));
    }

    // The lanes may be gone already.
    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> start) {
        try {
            return start.get();
        } catch (RejectedExecutionException e) {
            CancellationException late = stopping();
            late.addSuppressed(e);
            return CompletableFuture.failedFuture(late);
        }
    }

    /** Ends all uploads, and waits for them to clean up so long as there is patience. */
    public void stop(Duration patience) {
        stopped = true;
        if (!ended(session -> session.stop(stopping()), patience) && !ended(Running::giveUp, LAST_PATIENCE)) {
            LOG.warn("{} uploads did not end within {}", running.size(), patience.plus(LAST_PATIENCE));
        }
    }

    private boolean ended(Function<Running, CompletableFuture<?>> end, Duration patience) {
        CompletableFuture<?>[] ends = running.stream().map(end).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).handle((done, error) -> done).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    private static CancellationException stopping() {
        return new CancellationException("the component is stopping");
    }
}
