// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import io.github.camelapivideo.internal.call.ActiveCall;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.source.PartReader;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.Sources;
import io.github.camelapivideo.internal.source.WatchedContent;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Workers;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads one small file and checks it, on a lane. Thread-safe. Closes the source if that fails. */
public final class AssetReading implements ActiveCall {
    private static final String BODY = "The body";

    private final AssetFile file;
    private final boolean leased;
    private final long longest;
    private final PartBuffers buffers;
    private final Workers workers;
    private final PartReader reader;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<ReadyAsset> result = new CompletableFuture<>();
    private volatile Throwable reason;

    /**
     * @param leased true if the bytes of a stream take their place in the memory of all streams; false for a file that is
     *     kept while another upload runs, which may wait for that memory
     * @param listener makes what hears of the reads from what receives the failure of a source that delivers nothing
     */
    public AssetReading(
            AssetFile file,
            boolean leased,
            PartBuffers buffers,
            Workers workers,
            Function<Consumer<Throwable>, PartSource.Listener> listener) {
        this.file = file;
        this.leased = leased && file.source().isBuffered();
        long allowed = file.kind().longest(file.source());
        this.longest = this.leased ? Math.min(allowed, buffers.capacity()) : allowed;
        this.buffers = buffers;
        this.workers = workers;
        this.reader = new PartReader(
                file.source(),
                buffers,
                workers,
                file.uploadId(),
                file.sourceTimeout(),
                cancellation,
                listener.apply(this::stop));
    }

    /** Begins; to be called once. */
    public CompletableFuture<ReadyAsset> start() {
        try {
            Sources.readers(file.source(), workers).execute(this::read);
        } catch (RejectedExecutionException e) {
            ended(null, e);
        }
        return result;
    }

    private void read() {
        if (leased) {
            reader.read(longest, this::wasRead);
        } else {
            wasRead(reader.read(longest, buffers::inMemory));
        }
    }

    private void wasRead(PartReader.Reading reading) {
        PartContent content = reading.content();
        if (content == null) {
            ended(null, named(reading.problem()));
            return;
        }
        try {
            PartContent watched = new WatchedContent(content, workers, file.sourceTimeout(), this::stop);
            String name = file.kind()
                    .check(file.origin(), watched, longest, file.source().whenEmpty());
            ended(new ReadyAsset(file, name, content, workers.aside()), null);
        } catch (IOException | RuntimeException | Error e) {
            content.release();
            ended(null, e);
        }
    }

    /** Returns the failure of a source with its origin in place of the body. */
    private Throwable named(Throwable problem) {
        return problem instanceof SourceException failure
                        && failure.getMessage().startsWith(BODY)
                ? new SourceException(
                        file.origin().text() + failure.getMessage().substring(BODY.length()), failure)
                : problem;
    }

    private void ended(ReadyAsset ready, Throwable problem) {
        if (ready != null && result.complete(ready)) {
            return;
        }
        if (ready != null) {
            ready.close();
        } else {
            Sources.abandon(file.source(), file.uploadId(), workers.aside());
        }
        // A cancelled read fails with nothing; why it was cancelled tells more.
        result.completeExceptionally(reason != null ? reason : problem);
    }

    @Override
    public CompletableFuture<ReadyAsset> stop(Throwable why) {
        reason = named(why);
        cancellation.cancel();
        if (!file.source().isPrompt()) {
            // Its read may end late.
            result.completeExceptionally(reason);
        }
        return result;
    }

    @Override
    public CompletableFuture<ReadyAsset> giveUp() {
        return result;
    }
}
