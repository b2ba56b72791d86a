// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.ContractRule;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A progressive upload by bytes, or a video in one request. Guarded by its {@link VideoSource}. */
public final class ByteIntake implements Intake {

    /** A range as the status has it: both ends are inclusive; the total is null while it is unknown. */
    public record Range(long from, long to, Long total) {}

    /** The number of ranges that had arrived at one moment, and the total if it was known. */
    public record Count(int pieces, Long total) {}

    private record Piece(long to, Path file) {}

    /** A range that is checked before it is stored. */
    private record Arrival(ByteIntake intake, ContentRange.ByBytes range, long length) {

        OptionalLong total() {
            return range.total().isPresent() || intake.total == null ? range.total() : OptionalLong.of(intake.total);
        }

        boolean isLast() {
            return total().isPresent() && range.to() == total().getAsLong() - 1;
        }

        boolean overlaps() {
            Map.Entry<Long, Piece> before = intake.pieces.floorEntry(range.to());
            return before != null && before.getValue().to() >= range.from();
        }

        long highestSent() {
            return intake.pieces.isEmpty()
                    ? -1
                    : intake.pieces.lastEntry().getValue().to();
        }
    }

    private static final String RANGE = "Content-Range";

    private static final List<ContractRule<Arrival>> RULES = List.of(
            new ContractRule<>(
                    ProblemType.BYTES_TOTAL_ZERO,
                    RANGE,
                    bytes -> bytes.range.total().orElse(1) == 0,
                    bytes -> "The total of bytes is 0."),
            new ContractRule<>(
                    ProblemType.BYTES_TOTAL_TOO_HIGH,
                    RANGE,
                    bytes -> bytes.range.total().orElse(1) > SizeLimits.LARGEST_VIDEO,
                    bytes -> "The total of bytes is above " + SizeLimits.LARGEST_VIDEO + "."),
            new ContractRule<>(
                    ProblemType.BYTES_TO_TOO_HIGH,
                    RANGE,
                    bytes -> bytes.range.to() >= SizeLimits.LARGEST_VIDEO,
                    bytes -> "The range ends above " + SizeLimits.LARGEST_VIDEO + " bytes."),
            new ContractRule<>(
                    ProblemType.BYTES_FROM_TOO_HIGH,
                    RANGE,
                    bytes -> bytes.range.from() > bytes.range.to(),
                    bytes -> "The range starts after its end."),
            new ContractRule<>(
                    ProblemType.BYTES_DIFFERENT_TOTAL,
                    RANGE,
                    bytes -> bytes.intake.total != null && bytes.total().getAsLong() != bytes.intake.total,
                    bytes -> "The total of bytes was " + bytes.intake.total + " before."),
            new ContractRule<>(
                    ProblemType.BYTES_ABOVE_TOTAL,
                    RANGE,
                    bytes -> bytes.range.to() >= bytes.total().orElse(SizeLimits.LARGEST_VIDEO),
                    bytes -> "The range ends above the total of bytes."),
            new ContractRule<>(
                    ProblemType.BYTES_TOTAL_TOO_LOW,
                    RANGE,
                    bytes -> bytes.range.total().orElse(SizeLimits.LARGEST_VIDEO + 1) <= bytes.highestSent(),
                    bytes -> "Byte " + bytes.highestSent() + " was already sent."),
            new ContractRule<>(
                    ProblemType.BYTES_MISMATCH,
                    RANGE,
                    bytes -> bytes.length != bytes.range.to() - bytes.range.from() + 1,
                    bytes -> "The range does not fit the file, which has " + bytes.length + " bytes."),
            new ContractRule<>(
                    ProblemType.BYTES_OVERLAP,
                    RANGE,
                    Arrival::overlaps,
                    bytes -> "Some of the bytes were already sent."),
            new ContractRule<>(
                    ProblemType.BYTES_TOO_SMALL,
                    RANGE,
                    bytes -> bytes.length < SizeLimits.SMALLEST_PART && !bytes.isLast(),
                    bytes -> "The range has " + bytes.length + " bytes; only the last may have less than "
                            + SizeLimits.SMALLEST_PART + "."));

    private final Path folder;
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();
    private final List<Long> arrivals = new ArrayList<>();
    private Long total;
    private long size;

    ByteIntake(Path folder) {
        this.folder = folder;
    }

    void add(ContentRange.ByBytes range, UploadedFile file) {
        ContractRule.check(RULES, new Arrival(this, range, file.size()));
        range.total().ifPresent(told -> total = told);
        put(range.from(), file.size(), file.moveTo(folder.resolve("bytes-" + range.from())));
    }

    /** Stores a regular upload, which is one range with all bytes. */
    void addWhole(UploadedFile file) {
        total = file.size();
        put(0, total, file.moveTo(folder.resolve("bytes-0")));
    }

    /** Copies the file, which may change later. */
    void addRecording(Path file) {
        try {
            total = Files.size(file);
            put(0, total, Files.copy(file, folder.resolve("bytes-0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links the file instead of copying it: a complete video does not change. */
    void addCopy(Path video) {
        try {
            total = Files.size(video);
            put(0, total, Files.createLink(folder.resolve("bytes-0"), video));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(long from, long length, Path file) {
        pieces.put(from, new Piece(from + length - 1, file));
        arrivals.add(from);
        size += length;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean isComplete() {
        return total != null && size == total;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<Path> files() {
        return pieces.values().stream().map(Piece::file).toList();
    }

    /** The ranges that have arrived so far. */
    Count count() {
        return new Count(arrivals.size(), total);
    }

    /** The ranges at the moment of this count. */
    List<Range> ranges(Count count) {
        return arrivals.stream()
                .limit(count.pieces())
                .sorted()
                .map(from -> new Range(from, pieces.get(from).to(), count.total()))
                .toList();
    }
}
