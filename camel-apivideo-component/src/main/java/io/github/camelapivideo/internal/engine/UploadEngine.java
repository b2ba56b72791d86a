// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.asset.AssetFile;
import io.github.camelapivideo.internal.asset.AssetReading;
import io.github.camelapivideo.internal.asset.AssetSending;
import io.github.camelapivideo.internal.asset.ReadyAsset;
import io.github.camelapivideo.internal.bandwidth.Bandwidth;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.ActiveCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.FreshContainers;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.RetryWaits;
import io.github.camelapivideo.internal.call.Stopping;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.Sources;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.StallDetector;
import io.github.camelapivideo.internal.thread.Workers;
import io.github.camelapivideo.internal.upload.PartRequest;
import io.github.camelapivideo.internal.upload.PartUpload;
import io.github.camelapivideo.internal.upload.UploadSession;
import io.github.camelapivideo.internal.upload.UploadWaits;
import io.github.camelapivideo.internal.waiting.VideoWaits;
import io.github.camelapivideo.internal.waiting.WaitPlan;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts uploads and calls, knows those that run, and ends them; a cancellation ends what began with it, for its reason.
 * Thread-safe. The executors are shut down by their owner
 * after {@link #stop}.
 */
public final class UploadEngine {

    private static final Logger LOG = LoggerFactory.getLogger(UploadEngine.class);

    private final Workers workers;
    private final AccountPing ping;
    private final FreshContainers fresh;
    private final PartBuffers buffers;
    private final VideoWaits waits;
    private final Uploads uploads;
    private final UploadWays ways;
    private final Observer observer;
    private final ActiveCalls active;

    /**
     * @param buffers the memory for the parts of streams
     * @param mostUploads the largest number of uploads at once
     * @param limit limits the bytes a second of all uploads together; null for no limit
     * @param observer of all that the engine does
     */
    public UploadEngine(Workers workers, PartBuffers buffers, int mostUploads, Bandwidth limit, Observer observer) {
        this.workers = workers;
        this.buffers = buffers;
        this.fresh = new FreshContainers(workers.clock());
        this.ping = new AccountPing(workers);
        this.waits = new VideoWaits(workers, observer);
        this.ways = new UploadWays(workers, limit);
        this.observer = observer;
        this.active = new ActiveCalls(workers);
        this.uploads = new Uploads(mostUploads, observer, workers);
    }

    /** Returns the uploads, which begin there. */
    public Uploads uploads() {
        return uploads;
    }

    /** Returns the detector that ends what takes too long. */
    public StallDetector stallDetector() {
        return workers.stallDetector();
    }

    /**
     * Uploads a source, which is closed in the end.
     *
     * @param until ends the upload; its clean-up has a minute then
     * @return the complete video; or, in the end, an {@code IllegalArgumentException} for a source that cannot be a
     *     video, if that is seen before there is a container, and an {@code UploadFailed} for everything else
     */
    public CompletableFuture<UploadResult> upload(
            Uploads.Turn turn, UploadRequest request, PartSource source, AccountGateway account, RetryPolicy policy) {
        UploadWays.Way way = ways.next(account);
        RetryWaits retries = new RetryWaits();
        UploadSession session;
        try {
            session = new UploadSession(
                    request,
                    source,
                    calls(policy, way).waitingIn(retries),
                    memory(account),
                    way.workers(),
                    turn.meter());
        } catch (RuntimeException e) {
            Sources.abandon(source, request.uploadId(), workers.aside());
            return CompletableFuture.failedFuture(e);
        }
        return active.run(session, retries, session::start, turn.until());
    }

    /**
     * Sends a source as one part of a video, unless the service has that part. The source is closed in the end.
     *
     * @return the video; or, in the end, an {@code IllegalArgumentException} for a source that cannot be the part, a
     *     {@code SourceException} for one that cannot be read, and an {@code ApiVideoException} for everything else
     */
    public CompletableFuture<Video> sendPart(
            Uploads.Turn turn, PartRequest request, PartSource source, AccountGateway account, RetryPolicy policy) {
        UploadWays.Way way = ways.next(account);
        RetryWaits retries = new RetryWaits();
        PartUpload part;
        try {
            part = new PartUpload(
                    request,
                    source,
                    calls(policy, way).waitingIn(retries),
                    memory(account),
                    way.workers(),
                    turn.meter());
        } catch (RuntimeException e) {
            Sources.abandon(source, request.uploadId(), workers.aside());
            return CompletableFuture.failedFuture(e);
        }
        return active.run(part, retries, part::start, turn.until());
    }

    /** Returns true if an upload that runs here sends bytes into this video. */
    public boolean isFilling(String videoId) {
        return active.isFilling(videoId);
    }

    /** Reads a small file for this account, into the memory of streams, and checks it. Closes the source if that fails. */
    public CompletableFuture<ReadyAsset> readAsset(AssetFile file, AccountGateway account, Cancellation until) {
        AssetReading reading =
                new AssetReading(file, true, memory(account), workers.forThisThread(), stalled -> stalled::accept);
        return active.run(reading, new RetryWaits(), reading::start, until);
    }

    /** Does the same for a file beside a video: its bytes are kept while those of the video may wait for that memory. */
    public CompletableFuture<ReadyAsset> readBeside(Uploads.Turn turn, AssetFile file) {
        UploadWaits told = turn.meter().waits();
        AssetReading reading = new AssetReading(
                file,
                false,
                buffers,
                workers.forThisThread(),
                stalled -> told.told(file.origin().text(), stalled));
        return active.run(reading, new RetryWaits(), reading::start, turn.until());
    }

    /** Closes a source that is not read. */
    public void discard(PartSource source, String uploadId) {
        Sources.abandon(source, uploadId, workers.aside());
    }

    /**
     * Sends a small file, and closes it in the end.
     *
     * @return what the service describes; in the end, a {@code SourceException} for a file that cannot be read, and an
     *     {@code ApiVideoException} for everything else
     */
    public <T> CompletableFuture<T> sendAsset(
            ReadyAsset asset, AssetCall<T> call, AccountGateway account, RetryPolicy policy, Cancellation until) {
        return sendAsset(asset, call, calls(account, policy), bytes -> {}, until);
    }

    /** Does the same for a file beside a video that is complete. */
    public <T> CompletableFuture<T> sendBeside(
            Uploads.Turn turn, ReadyAsset asset, AssetCall<T> call, AccountGateway account, RetryPolicy policy) {
        UploadWaits told = turn.meter().waits();
        return this.<T>sendAsset(asset, call, calls(account, policy).toldTo(told), bytes -> told.moved(), turn.until())
                .whenComplete((done, problem) -> told.begin());
    }

    private <T> CompletableFuture<T> sendAsset(
            ReadyAsset asset, AssetCall<T> call, ApiCalls calls, LongConsumer written, Cancellation until) {
        RetryWaits retries = new RetryWaits();
        AssetSending<T> sending =
                new AssetSending<>(asset, call, calls.waitingIn(retries), workers.forThisThread(), written);
        return active.run(sending, retries, sending::start, until);
    }

    /**
     * Carries out a call on a lane, until it succeeds or its failure is final.
     *
     * @return its value; in the end, what {@link ApiCalls#execute} says, or why the engine has stopped
     */
    public <T> CompletableFuture<T> call(ApiCall<T> call, AccountGateway account, RetryPolicy policy) {
        return call(call, account, policy, new Cancellation());
    }

    /**
     * Does the same until it is cancelled.
     *
     * @return it fails with a {@code CancellationException} after that, too
     */
    public <T> CompletableFuture<T> call(
            ApiCall<T> call, AccountGateway account, RetryPolicy policy, Cancellation until) {
        RetryWaits retries = new RetryWaits();
        ActiveCall.Single<T> single = new ActiveCall.Single<>(
                call,
                calls(account, policy).waitingIn(retries),
                workers.forThisThread().lanes());
        return active.run(single, retries, single::start, until);
    }

    /**
     * Waits until a video has reached the goal of the plan.
     *
     * @return the status that shows it; in the end, what {@link VideoWaits#begin} says
     */
    public CompletableFuture<VideoStatus> await(
            String videoId, WaitPlan plan, AccountGateway account, RetryPolicy policy) {
        return waits.begin(videoId, plan, calls(account, policy));
    }

    /** Polls a video now, if it is waited for: it has changed. */
    public void wake(String videoId) {
        waits.wake(videoId);
    }

    /**
     * Ends all waits for videos at once, and those that would begin later, the uploads that have not begun, and uploads
     * and calls as soon as they only wait for a retry. Others continue.
     */
    public void endWaits() {
        waits.stop();
        uploads.endWaiting(new Stopping());
        active.leave();
    }

    /**
     * Asks whether the account answers, once and at once, however busy it is: an account that answers can upload.
     *
     * @return completed when it did; in the end an {@code IllegalStateException} if it could not be asked, an
     *     {@code ApiVideoException} if it refused or could not be reached, and a {@code TimeoutException} after 10 s
     */
    public CompletableFuture<Void> ping(AccountGateway account) {
        return ping.ask(account);
    }

    // Uploads that their endpoint slows down leave memory for the others of their account, too.
    private PartBuffers memory(AccountGateway account) {
        return buffers.of(account.limit() != null ? account.limit() : account.identity());
    }

    private ApiCalls calls(AccountGateway account, RetryPolicy policy) {
        return calls(policy, new UploadWays.Way(account, workers.forThisThread()));
    }

    private ApiCalls calls(RetryPolicy policy, UploadWays.Way way) {
        return new ApiCalls(way.account(), policy, fresh, way.workers())
                .toldTo(observer.in(way.account().environment()));
    }

    /** Ends all uploads, and waits for them to clean up so long as there is patience. */
    public void stop(Duration patience) {
        endWaits();
        buffers.close();
        int left = active.stop(patience);
        if (left > 0) {
            LOG.warn(
                    "{} uploads and requests did not end within {}; their containers may be left: {}",
                    left,
                    patience.plus(ActiveCalls.LAST_PATIENCE),
                    uploads.names());
        }
    }
}
