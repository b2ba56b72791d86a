// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The bytes that have arrived for one container, checked by the rules of the contract. Moves files in, does not copy
 * them. Thread-safe: of two requests with the same part number one wins.
 */
public final class VideoSource {

    private final Path folder;
    private final Clock clock;
    private final Executor background;

    // Guarded by this
    private final PartIntake parts;
    private final ByteIntake bytes;
    private final ArrivalHistory received = new ArrivalHistory();
    private boolean discarded;
    private Instant completedAt;
    private VideoAssembly assembly;

    /** @param background assembles the pieces */
    public VideoSource(Path folder, Clock clock, Executor background) {
        this.folder = folder;
        this.clock = clock;
        this.background = background;
        this.parts = new PartIntake(folder);
        this.bytes = new ByteIntake(folder);
    }

    /** Stores a file as the part, the range of bytes or the whole video that the header says. */
    public synchronized void accept(ContentRange range, UploadedFile file) {
        if (range instanceof ContentRange.ByPart part) {
            acceptPart(part, file);
        } else if (range instanceof ContentRange.ByBytes byBytes) {
            acceptBytes(byBytes, file);
        } else {
            acceptWhole(file);
        }
    }

    private void acceptWhole(UploadedFile file) {
        checkFile(file);
        if (!parts.isEmpty() || !bytes.isEmpty()) {
            throw ProblemType.ALREADY_INITIATED.because("file", "A progressive upload has begun: continue it.");
        }
        bytes.addWhole(file);
        arrived(true);
    }

    private void acceptPart(ContentRange.ByPart range, UploadedFile file) {
        checkFile(file);
        if (!bytes.isEmpty()) {
            throw ProblemType.STARTED_WITH_BYTES.because(
                    "Content-Range", "The upload began by bytes: continue by bytes.");
        }
        parts.add(range, file);
        arrived(parts.isComplete());
    }

    private void acceptBytes(ContentRange.ByBytes range, UploadedFile file) {
        checkFile(file);
        if (!parts.isEmpty()) {
            throw ProblemType.STARTED_WITH_PART.because("Content-Range", "The upload began by part: continue by part.");
        }
        bytes.add(range, file);
        arrived(bytes.isComplete());
    }

    private void checkFile(UploadedFile file) {
        if (discarded) {
            throw ProblemType.NOT_FOUND.because("videoId", "The video was deleted during the upload.");
        }
        if (isComplete()) {
            throw ProblemType.SOURCE_ALREADY_UPLOADED.because("file", "The video has already been uploaded.");
        }
        if (file.size() == 0) {
            throw ProblemType.EMPTY_FILE.because("file", "The file has no bytes.");
        }
        if (file.size() > SizeLimits.LARGEST_FILE) {
            throw ProblemType.FILE_TOO_LARGE.because(
                    "file",
                    "The file has " + file.size() + " bytes; a request may carry " + SizeLimits.LARGEST_FILE + ".");
        }
    }

    private void arrived(boolean complete) {
        Instant now = clock.instant();
        received.note(now, parts, bytes);
        if (complete) {
            completedAt = now;
            assembly = new VideoAssembly(intake().files(), folder.resolve("source.mp4"));
            background.execute(assembly::prepare);
        }
    }

    /** Stores a copy of a complete video as the whole source. */
    public synchronized void copy(Path video) {
        bytes.addCopy(video);
        arrived(true);
    }

    /** Stores a copy of any file as the whole source. */
    public synchronized void record(Path file) {
        bytes.addRecording(file);
        arrived(true);
    }

    /** Refuses more bytes. After this returns, nothing is written to the folder. */
    public void discard() {
        Optional<VideoAssembly> running;
        synchronized (this) {
            discarded = true;
            running = Optional.ofNullable(assembly);
        }
        running.ifPresent(VideoAssembly::cancel);
    }

    private Intake intake() {
        return parts.isEmpty() ? bytes : parts;
    }

    public synchronized boolean isComplete() {
        return completedAt != null;
    }

    public synchronized Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** The bytes received so far. */
    public synchronized long size() {
        return intake().size();
    }

    /** The numbers of the parts received, ascending. */
    public synchronized List<Integer> parts() {
        return parts.numbers();
    }

    /** The numbers of the parts received, in the order of arrival. */
    public synchronized List<Integer> arrivals() {
        return parts.arrivals();
    }

    /** The total of parts; null until a request has stated it. */
    public synchronized Integer totalParts() {
        return parts.total();
    }

    /** What had been received at a moment. */
    public synchronized ArrivalHistory.Received receivedUntil(Instant moment) {
        return received.until(moment, parts, bytes);
    }

    /** The whole video; empty until it is complete, or if it was deleted. May take as long as reading the video. */
    public Optional<VideoAssembly.Video> video() {
        VideoAssembly whole;
        synchronized (this) {
            whole = assembly;
        }
        return Optional.ofNullable(whole).flatMap(VideoAssembly::video);
    }
}
