// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import java.util.concurrent.CompletableFuture;

/** One part of a video that somebody else has planned: read whole, then sent, unless the service has it. */
final class SinglePart implements Running {

    private final PartRequest request;
    private final long longest;
    private final PartReader reader;
    private final PartSender sender;
    private final Abort abort = new Abort();
    private final CompletableFuture<Video> result = new CompletableFuture<>();

    SinglePart(
            PartRequest request, PartSource source, Remote remote, PartBuffers buffers, UploadSession.Threads threads) {
        this.request = request;
        this.longest = request.longest(source, buffers);
        this.reader = new PartReader(
                source, buffers, threads.lanes(), threads.watchdog(), request.sourceTimeout(), abort, this::stop);
        UploadMeter meter = new UploadMeter(request.asUpload(), request.length(), request.total());
        // A message about a part may come twice, and to two nodes.
        this.sender = new PartSender(remote, threads.retry(), abort, meter, request.fileName(), true);
        result.whenComplete((video, error) -> Sources.close(source, request.uploadId()));
    }

    /** Does it, on a lane. */
    void run() {
        reader.read(longest, reading -> {
            PartContent content = reading.content();
            if (content == null) {
                stop(reading.problem() != null ? reading.problem() : new SourceException("The part was not read"));
                return;
            }
            try {
                check(content);
                send(content);
            } catch (RuntimeException | Error e) {
                content.release();
                stop(e);
            }
        });
    }

    private void check(PartContent content) {
        if (content.length() == 0) {
            throw new IllegalArgumentException("The body is empty: part " + request.number() + " has no bytes");
        }
        if (!content.last()) {
            throw new IllegalArgumentException("The body is longer than " + content.length()
                    + " bytes, which is all that part " + request.number() + " may have");
        }
    }

    private void send(PartContent content) {
        Part part = new Part(request.number(), request.total(), content);
        sender.sendIfMissing(new Destination(request.videoId(), null), part).whenComplete((video, error) -> {
            content.release();
            if (error != null) {
                stop(error);
            } else {
                result.complete(video);
            }
        });
    }

    CompletableFuture<Video> result() {
        return result;
    }

    @Override
    public CompletableFuture<?> stop(Throwable reason) {
        // The reason comes first: what is cancelled now fails too.
        result.completeExceptionally(reason);
        abort.abort();
        return result;
    }

    @Override
    public CompletableFuture<?> giveUp() {
        return result;
    }
}
