// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.Stopping;
import io.github.camelapivideo.internal.text.LogSafe;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the begin, the progress and the end of each upload at INFO, and the reason of a standstill at WARN. */
public final class UploadLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(UploadLog.class);

    private static final double MEGA = 1e6;

    @Override
    public void uploadStarted(UploadProgress upload, int parallelism) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LOG.info(
                "{} begins: {}{}, {} at once (exchange {})",
                name(upload),
                upload.length() < 0 ? "unknown length" : upload.length() + " bytes",
                upload.totalParts() < 0 ? "" : " in " + parts(upload.totalParts()),
                parallelism,
                upload.uploadId());
    }

    @Override
    public void uploadContinues(UploadProgress upload) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LOG.info(
                "{}: {}{}, {}",
                name(upload),
                upload.percent() < 0 ? "" : upload.percent() + " %, ",
                soFar(upload),
                upload.standstill() == null ? course(upload) : "stands still: " + LogSafe.of(upload.standstill()));
    }

    private static String course(UploadProgress upload) {
        return switch (upload.state()) {
            case PREPARING -> "its body is opened and the files beside it are read";
            case FINISHING -> "the files beside it are sent";
            case WAITING, RUNNING, COMPLETED, FAILED -> rate(upload);
        };
    }

    @Override
    public void uploadStands(UploadProgress upload) {
        LOG.warn("{} stands still after {}: {}", name(upload), soFar(upload), LogSafe.of(upload.standstill()));
    }

    @Override
    public void uploadEnded(UploadProgress upload, Throwable problem) {
        if (Stopping.isReasonOf(problem)) {
            LOG.warn(
                    "{} was ended by a stop with {} of {} parts (exchange {}): {}",
                    name(upload),
                    upload.parts(),
                    upload.totalParts() < 0 ? "an unknown number of" : upload.totalParts(),
                    upload.uploadId(),
                    reason(problem));
        } else if (LOG.isInfoEnabled() && problem == null) {
            LOG.info("{} is video {}: {}, {}", name(upload), upload.videoId(), sent(upload), effort(upload));
        } else if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} after {}, {} (exchange {}, {}): {}",
                    name(upload),
                    Totals.isCancellation(problem) ? "was cancelled" : "has failed",
                    sent(upload),
                    effort(upload),
                    upload.uploadId(),
                    upload.videoId() == null ? "no container" : "container " + upload.videoId(),
                    reason(problem));
        }
    }

    @Override
    public void uploadEndedWaiting(UploadProgress upload, Throwable problem) {
        if (Stopping.isReasonOf(problem)) {
            LOG.warn(
                    "{} was ended by a stop while it waited to begin, and sent nothing (exchange {}): {}",
                    name(upload),
                    upload.uploadId(),
                    reason(problem));
        } else if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} after {}, before it began (exchange {}): {}",
                    name(upload),
                    Totals.isCancellation(problem) ? "was cancelled" : "has failed",
                    seconds(upload.elapsed()),
                    upload.uploadId(),
                    reason(problem));
        }
    }

    @Override
    public void partEndedWaiting(UploadProgress part, Throwable problem) {
        if (Stopping.isReasonOf(problem)) {
            uploadEndedWaiting(part, problem);
        }
    }

    @Override
    public void partEnded(UploadProgress part, Throwable problem) {
        if (Stopping.isReasonOf(problem)) {
            LOG.warn(
                    "The part in {} was ended by a stop (exchange {}): {}",
                    name(part),
                    part.uploadId(),
                    reason(problem));
        }
    }

    private static String reason(Throwable problem) {
        return LogSafe.of(problem.getMessage() != null ? problem.getMessage() : problem.toString());
    }

    private static String name(UploadProgress upload) {
        return "'" + LogSafe.of(upload.fileName()) + "'";
    }

    private static String sent(UploadProgress upload) {
        return upload.bytes() + " bytes in " + parts(upload.parts()) + reused(upload);
    }

    private static String soFar(UploadProgress upload) {
        int total = upload.totalParts();
        String accepted = total < 0 ? parts(upload.parts()) : upload.parts() + " of " + parts(total);
        return upload.bytes() + " bytes, " + accepted + reused(upload);
    }

    private static String reused(UploadProgress upload) {
        return upload.reusedBytes() == 0 ? "" : " (" + upload.reusedBytes() + " bytes by an earlier upload)";
    }

    private static String parts(int number) {
        return number == 1 ? "1 part" : number + " parts";
    }

    private static String effort(UploadProgress upload) {
        return seconds(upload.elapsed()) + ", " + rate(upload) + ", retries: " + upload.retries() + ", waits: "
                + upload.waits() + (upload.waits() == 0 ? "" : " (" + seconds(upload.waited()) + ")");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    private static String rate(UploadProgress upload) {
        return String.format(Locale.ROOT, "%.1f MB/s", upload.bytesPerSecond() / MEGA);
    }
}
