// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.source.RangedSource;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fingerprint of a planned part: identifies its bytes without reading all of them. Immutable.
 *
 * @param wholeLength the length of the whole source in bytes
 * @param samples the SHA-256 of 16 pieces of 64 KiB, spread evenly over the part; of all bytes of a shorter part
 */
public record PartFingerprint(long wholeLength, String samples) {

    private static final Samples SAMPLES = new Samples(16, 64 * 1024);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f]{64})");

    /**
     * Returns the fingerprint of a part.
     * @param moved runs after each delivery of bytes by the source
     */
    public static PartFingerprint of(RangedSource part, long wholeLength, Runnable moved) throws IOException {
        Sha256 samples = new Sha256();
        samples.add(part, 0, SAMPLES.of(part.length().orElseThrow()), moved);
        return new PartFingerprint(wholeLength, samples.text());
    }

    /** Returns the fingerprint of a part that can only be read from its beginning. */
    public static PartFingerprint of(PartContent part, long wholeLength) throws IOException {
        Sha256 samples = new Sha256();
        part.writeTo(new PiecesOnly(SAMPLES.of(part.length()), samples));
        return new PartFingerprint(wholeLength, samples.text());
    }

    /**
     * Parses a text that {@link #toString} has written.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static PartFingerprint parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("partFingerprint=" + LogSafe.brief(text)
                    + ": allowed is what planParts has written, a length and a SHA-256 with - between");
        }
        return new PartFingerprint(Long.parseLong(form.group(1)), form.group(2));
    }

    @Override
    public String toString() {
        return wholeLength + "-" + samples;
    }

    /** Passes on only the bytes of some pieces. For one thread. */
    private static final class PiecesOnly implements PartSink {
        private final List<Samples.Piece> pieces;
        private final PartSink sink;
        private long at;

        PiecesOnly(List<Samples.Piece> pieces, PartSink sink) {
            this.pieces = pieces;
            this.sink = sink;
        }

        @Override
        public int copySize() {
            return sink.copySize();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (Samples.Piece piece : pieces) {
                long from = Math.max(at, piece.from());
                long to = Math.min(at + length, piece.end());
                if (from < to) {
                    sink.write(bytes, offset + (int) (from - at), (int) (to - from));
                }
            }
            at += length;
        }
    }
}
