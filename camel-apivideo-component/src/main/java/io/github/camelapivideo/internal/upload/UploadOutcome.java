// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.Container;
import io.github.camelapivideo.internal.container.UploadResult;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of one upload: completes its result and tells its listener, whatever breaks on the way there. Exactly one of
 * {@link #succeed}, {@link #recall} and {@link #fail} is called, once.
 */
final class UploadOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(UploadOutcome.class);

    private final String fileName;
    private final Container container;
    private final UploadProgressMeter meter;
    private final CompletableFuture<UploadResult> result = new CompletableFuture<>();

    UploadOutcome(String fileName, Container container, UploadProgressMeter meter) {
        this.fileName = fileName;
        this.container = container;
        this.meter = meter;
    }

    /** Returns the result, which is completed when there is nothing left to do. */
    CompletableFuture<UploadResult> result() {
        return result;
    }

    void succeed(Video video) {
        unlessCancelled(() -> container.describe(video).thenAccept(this::succeeded));
    }

    // A later cancellation returns false: the upload will be complete.
    private void unlessCancelled(Runnable end) {
        meter.fate().complete().ifPresentOrElse(this::fail, () -> surely(end));
    }

    private void succeeded(Video video) {
        surely(() -> {
            UploadResult done = new UploadResult(video, meter.bytes(), meter.parts());
            container.tidy().whenComplete((tidied, error) -> completed(done));
        });
    }

    void recall(UploadResult earlier) {
        unlessCancelled(() -> {
            String videoId = earlier.video().videoId();
            LOG.info("'{}' is video {}: an earlier upload has completed it", fileName, videoId);
            meter.recalled(earlier);
            container.tidy().whenComplete((tidied, error) -> completed(earlier));
        });
    }

    void fail(Throwable failure) {
        surely(() -> container
                .tidy()
                .thenCompose(tidied -> container.abandon(failure, meter.parts()))
                .whenComplete((explained, error) -> {
                    if (error != null) {
                        failure.addSuppressed(error);
                    }
                    failed(explained != null ? explained : failure);
                }));
    }

    private void surely(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void completed(UploadResult done) {
        try {
            meter.ended(null);
        } finally {
            result.complete(done);
        }
    }

    private void failed(Throwable explained) {
        try {
            meter.ended(explained);
        } finally {
            result.completeExceptionally(explained);
        }
    }
}
