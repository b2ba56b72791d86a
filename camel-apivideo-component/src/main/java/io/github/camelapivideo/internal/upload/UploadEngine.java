// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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
    private final ScheduledExecutorService timer;
    private final Watchdog watchdog;
    private final PartBuffers buffers;
    private final Set<UploadSession> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param lanes runs what blocks: reading a source, waiting for an answer
     * @param timer starts retries; nothing blocks on it
     * @param buffers the memory for the parts of streams
     */
    public UploadEngine(Executor lanes, ScheduledExecutorService timer, PartBuffers buffers) {
        this.buffers = buffers;
        this.lanes = lanes;
        this.timer = timer;
        this.watchdog = new Watchdog(timer);
    }

    /**
     * Uploads a source, which is closed in the end.
     *
     * @return the complete video; or, in the end, an {@code IllegalArgumentException} for a source that cannot be a
     *     video, and an {@code UploadFailed} for everything else
     */
    public CompletableFuture<UploadResult> upload(
            UploadRequest request, PartSource source, Remote remote, RetryPolicy policy) {
        UploadSession session;
        try {
            Retry retry = new Retry(lanes, timer, policy);
            session = new UploadSession(
                    request, source, remote, buffers, new UploadSession.Threads(lanes, retry, watchdog));
        } catch (RuntimeException e) {
            Sources.close(source, request.uploadId());
            return CompletableFuture.failedFuture(e);
        }
        running.add(session);
        CompletableFuture<UploadResult> result = session.start();
        if (stopped) {
            session.stop(stopping());
        }
        return result.whenComplete((done, error) -> running.remove(session));
    }

    /** Ends all uploads, and waits for them to clean up so long as there is patience. */
    public void stop(Duration patience) {
        stopped = true;
        if (!ended(session -> session.stop(stopping()), patience) && !ended(UploadSession::giveUp, LAST_PATIENCE)) {
            LOG.warn("{} uploads did not end within {}", running.size(), patience.plus(LAST_PATIENCE));
        }
    }

    private boolean ended(Function<UploadSession, CompletableFuture<UploadResult>> end, Duration patience) {
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
