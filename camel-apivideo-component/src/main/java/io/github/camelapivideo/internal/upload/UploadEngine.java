// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.FreshContainers;
import io.github.camelapivideo.internal.call.Retrier;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.StallDetector;
import io.github.camelapivideo.internal.call.Workers;
import io.github.camelapivideo.internal.container.AccountGateway;
import io.github.camelapivideo.internal.container.UploadLabel;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.container.VideoCalls;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.Sources;
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
    private final StallDetector watchdog;
    private final AccountPing question;
    private final FreshContainers fresh = new FreshContainers();
    private final PartBuffers buffers;
    private final Set<ActiveCall> running = ConcurrentHashMap.newKeySet();
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
        this.watchdog = new StallDetector(timer);
        this.question = new AccountPing(aside, watchdog);
    }

    /**
     * Uploads a source, which is closed in the end.
     *
     * @return the complete video; or, in the end, an {@code IllegalArgumentException} for a source that cannot be a
     *     video, if that is seen before there is a container, and an {@code UploadFailed} for everything else
     */
    public CompletableFuture<UploadResult> upload(
            UploadRequest request, PartSource source, AccountGateway remote, RetryPolicy policy) {
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
            PartRequest request, PartSource source, AccountGateway remote, RetryPolicy policy) {
        PartUpload part;
        try {
            part = new PartUpload(request, source, remote, buffers, threads(policy));
        } catch (RuntimeException e) {
            Sources.abandon(source, request.uploadId(), aside);
            return CompletableFuture.failedFuture(e);
        }
        return untilEnd(part, part::start);
    }

    /** Creates a container; see {@link VideoApi#create}. */
    public CompletableFuture<Video> create(
            UploadTarget.NewContainer wanted, AccountGateway remote, RetryPolicy policy) {
        UploadLabel mark = UploadLabel.ofUpload(UUID.randomUUID().toString());
        return onLane(remote, policy, (calls, cancellation) -> calls.create(wanted.creation(), mark, cancellation));
    }

    /** What has arrived of a video; see {@link VideoApi#status}. */
    public CompletableFuture<VideoStatus> status(String videoId, AccountGateway remote, RetryPolicy policy) {
        return onLane(remote, policy, (calls, cancellation) -> calls.status(videoId, cancellation));
    }

    /** Deletes a video; one that is gone is deleted too. See {@link VideoApi#delete}. */
    public CompletableFuture<String> delete(String videoId, AccountGateway remote, RetryPolicy policy) {
        return onLane(remote, policy, (calls, cancellation) -> calls.delete(videoId, cancellation));
    }

    /**
     * Asks whether the account answers, once and at once: whoever gets an answer can upload.
     *
     * @return completed when it did; in the end an {@code IllegalStateException} if it could not be asked, and an
     *     {@code ApiVideoException} if it refused or did not answer
     */
    public CompletableFuture<Void> ask(AccountGateway remote) {
        return question.ask(remote);
    }

    private <T> CompletableFuture<T> onLane(
            AccountGateway remote,
            RetryPolicy policy,
            BiFunction<VideoCalls, Cancellation, CompletableFuture<T>> call) {
        VideoCalls calls = new VideoCalls(remote, threads(policy).retrier());
        SingleCall<T> single = new SingleCall<>(lanes, cancellation -> call.apply(calls, cancellation));
        return untilEnd(single, single::start);
    }

    private Workers threads(RetryPolicy policy) {
        return new Workers(lanes, aside, new Retrier(lanes, timer, policy, fresh), watchdog);
    }

    private <T> CompletableFuture<T> untilEnd(ActiveCall work, Supplier<CompletableFuture<T>> start) {
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
        if (!ended(session -> session.stop(stopping()), patience) && !ended(ActiveCall::giveUp, LAST_PATIENCE)) {
            LOG.warn("{} uploads did not end within {}", running.size(), patience.plus(LAST_PATIENCE));
        }
    }

    private boolean ended(Function<ActiveCall, CompletableFuture<?>> end, Duration patience) {
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
