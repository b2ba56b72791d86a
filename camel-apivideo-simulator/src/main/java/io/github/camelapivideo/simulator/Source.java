// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has arrived for one container, held to the rules of the contract. A file that is handed in is moved, not
 * copied. Thread-safe: two requests with the same part number do not both win.
 */
final class Source {

    private static final long MIB = 1024 * 1024;
    private static final long MIN_PART = 5 * MIB;
    private static final long MAX_FILE = 200 * MIB;
    private static final long MAX_PARTS = 10_000;

    private final Path folder;

    // Guarded by this
    private final TreeMap<Integer, Path> parts = new TreeMap<>();
    private final List<Integer> arrivals = new ArrayList<>();
    private final TreeMap<Long, Path> ranges = new TreeMap<>();
    private Integer totalParts;
    private long totalBytes = -1;
    private long size;
    private boolean complete;

    Source(Path folder) {
        this.folder = folder;
    }

    synchronized void accept(ContentRange range, Path file) {
        long length = length(file);
        if (complete) {
            throw ProblemType.SOURCE_ALREADY_UPLOADED.because("file", "The video has already been uploaded.");
        }
        if (length == 0) {
            throw ProblemType.EMPTY_FILE.because("file", "The file has no bytes.");
        }
        if (length > MAX_FILE) {
            throw ProblemType.FILE_TOO_LARGE.because(
                    "file", "The file has " + length + " bytes; one request may carry " + MAX_FILE + ".");
        }
        if (range instanceof ContentRange.ByPart part) {
            acceptPart(part, file, length);
        } else if (range instanceof ContentRange.ByBytes bytes) {
            acceptBytes(bytes, file, length);
        } else {
            acceptWhole(file, length);
        }
    }

    private void acceptWhole(Path file, long length) {
        if (!parts.isEmpty() || !ranges.isEmpty()) {
            throw ProblemType.ALREADY_INITIATED.because("file", "Parts were already sent to this video.");
        }
        keep(1, file);
        totalParts = 1;
        size = length;
        complete = true;
    }

    private void acceptPart(ContentRange.ByPart range, Path file, long length) {
        if (!ranges.isEmpty()) {
            throw ProblemType.STARTED_WITH_BYTES.because("Content-Range", "Go on with bytes.");
        }
        checkNumbers(range);
        checkTotal(range);
        if (parts.containsKey((int) range.part())) {
            throw ProblemType.PART_ALREADY_SENT.because("Content-Range", "Part " + range.part() + " was already sent.");
        }
        boolean last = range.totalKnown() && range.part() == range.total();
        if (length < MIN_PART && !last) {
            throw ProblemType.PART_TOO_SMALL.because(
                    "file", "The part has " + length + " bytes; only the last may have less than " + MIN_PART + ".");
        }
        keep((int) range.part(), file);
        size += length;
        if (range.totalKnown()) {
            totalParts = (int) range.total();
        }
        complete = totalParts != null && parts.size() == totalParts;
    }

    private static void checkNumbers(ContentRange.ByPart range) {
        if (range.part() == 0) {
            throw ProblemType.PART_ZERO.because("Content-Range", "The part is 0.");
        }
        if (range.totalKnown() && range.total() == 0) {
            throw ProblemType.TOTAL_ZERO.because("Content-Range", "The total is 0.");
        }
        if (range.part() > MAX_PARTS) {
            throw ProblemType.PART_TOO_HIGH.because(
                    "Content-Range", "Part " + range.part() + " is above " + MAX_PARTS + ".");
        }
        if (range.total() > MAX_PARTS) {
            throw ProblemType.TOTAL_TOO_HIGH.because(
                    "Content-Range", range.total() + " parts are above " + MAX_PARTS + ".");
        }
    }

    private void checkTotal(ContentRange.ByPart range) {
        if (range.totalKnown() && totalParts != null && range.total() != totalParts) {
            throw ProblemType.DIFFERENT_TOTAL.because(
                    "Content-Range", "The total was " + totalParts + ", now it is " + range.total() + ".");
        }
        Long total = range.totalKnown() ? Long.valueOf(range.total()) : totalParts == null ? null : (long) totalParts;
        if (total != null && range.part() > total) {
            throw ProblemType.PART_ABOVE_TOTAL.because(
                    "Content-Range", "Part " + range.part() + " is above the total " + total + ".");
        }
        if (range.totalKnown() && totalParts == null && !parts.isEmpty() && range.total() <= parts.lastKey()) {
            throw ProblemType.TOTAL_TOO_LOW.because(
                    "Content-Range",
                    "The total " + range.total() + " is not above part " + parts.lastKey() + ", which was sent.");
        }
    }

    private void acceptBytes(ContentRange.ByBytes range, Path file, long length) {
        if (!parts.isEmpty()) {
            throw ProblemType.STARTED_WITH_PART.because("Content-Range", "Go on with parts.");
        }
        if (length != range.to() - range.from() + 1) {
            throw ProblemType.RANGE_MALFORMED.because(
                    "Content-Range", "The range does not fit the file of " + length + " bytes.");
        }
        if (totalBytes >= 0 && range.total() >= 0 && totalBytes != range.total()) {
            throw ProblemType.RANGE_MALFORMED.because("Content-Range", "The total was " + totalBytes + ".");
        }
        boolean first = ranges.isEmpty();
        if (ranges.putIfAbsent(range.from(), file) != null) {
            throw ProblemType.RANGE_MALFORMED.because("Content-Range", "These bytes were already sent.");
        }
        ranges.put(range.from(), move(file, "bytes-" + range.from()));
        totalBytes = Math.max(totalBytes, range.total());
        size = first ? length : size + length;
        complete = size == totalBytes;
    }

    private void keep(int part, Path file) {
        parts.put(part, move(file, "part-" + part));
        arrivals.add(part);
    }

    private Path move(Path file, String name) {
        try {
            return Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized boolean isComplete() {
        return complete;
    }

    synchronized long size() {
        return size;
    }

    synchronized List<Integer> parts() {
        return List.copyOf(parts.keySet());
    }

    synchronized List<Integer> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized Integer totalParts() {
        return totalParts;
    }

    synchronized boolean isEmpty() {
        return parts.isEmpty() && ranges.isEmpty();
    }

    /** The ranges that arrived, as the status tells them. */
    synchronized List<Map<String, Object>> receivedBytes() {
        List<Map<String, Object>> received = new ArrayList<>();
        ranges.forEach((from, file) ->
                received.add(Map.of("from", from, "to", from + length(file) - 1, "total", Math.max(0, totalBytes))));
        return received;
    }

    /** The pieces in the order of the video. */
    synchronized List<Path> pieces() {
        return List.copyOf((parts.isEmpty() ? ranges : parts).values());
    }

    /** The whole video as one file, put together when somebody first wants it. */
    synchronized Path assembled() {
        List<Path> pieces = pieces();
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        Path whole = folder.resolve("source.mp4");
        try {
            if (!Files.exists(whole)) {
                append(pieces, Files.createFile(whole));
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(List<Path> pieces, Path whole) throws IOException {
        try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            for (Path piece : pieces) {
                try (FileChannel in = FileChannel.open(piece)) {
                    long end = in.size();
                    for (long at = 0; at < end; ) {
                        at += in.transferTo(at, end - at, out);
                    }
                }
            }
        }
    }

    /** Feeds every byte of the video to a reader, a little at a time. */
    void read(java.util.function.Consumer<ByteBuffer> reader) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 17);
        for (Path piece : pieces()) {
            try (FileChannel in = FileChannel.open(piece)) {
                while (in.read(buffer.clear()) >= 0) {
                    reader.accept(buffer.flip());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
