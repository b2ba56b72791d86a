// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.source.RangedSource;
import java.io.IOException;
import java.util.Optional;

/**
 * The fingerprint of a source: identifies its bytes without reading all of them. Immutable.
 *
 * @param head the SHA-256 of the first {@link #HEAD} bytes, or of all bytes of a shorter source
 * @param samples the SHA-256 of pieces of the rest, the last bytes included; null if the source has no more bytes, or
 *     can be read only once
 */
public record Fingerprint(String head, String samples) {

    /** 5 MiB: no first part is smaller unless it is the only one, so every upload has these bytes first. */
    static final long HEAD = PartPlan.MIN_PART_SIZE;

    private static final Samples SAMPLES = new Samples(64, 256 * 1024);

    private static final String OF_NOTHING = new Sha256().text();

    public Fingerprint {
        if (head == null || head.isBlank()) {
            throw new IllegalArgumentException("a fingerprint without a head");
        }
    }

    /**
     * Returns the fingerprint of a source that can be read at any position.
     *
     * @param moved runs after each delivery of bytes by the source
     */
    static Fingerprint of(RangedSource source, Runnable moved) throws IOException {
        long length = source.length().orElseThrow();
        long head = Math.min(HEAD, length);
        Sha256 beginning = new Sha256();
        beginning.add(source, 0, head, moved);
        return new Fingerprint(beginning.text(), length == head ? null : samples(source, length - head, moved));
    }

    private static String samples(RangedSource source, long rest, Runnable moved) throws IOException {
        Sha256 pieces = new Sha256();
        pieces.add(source, HEAD, SAMPLES.of(rest), moved);
        return pieces.text();
    }

    /** Returns the fingerprint of a source that can be read only once, from its first bytes. */
    static Fingerprint ofHead(PartContent head) throws IOException {
        Sha256 beginning = new Sha256();
        head.writeTo(beginning);
        return new Fingerprint(beginning.text(), null);
    }

    /** Returns true if the source has no bytes. */
    public boolean isOfNothing() {
        return head.equals(OF_NOTHING);
    }

    /** Returns the place where the bytes of another source differ, in words; empty if no difference is known. */
    public Optional<String> difference(Fingerprint other) {
        if (!head.equals(other.head)) {
            return Optional.of("in the first 5 MiB");
        }
        boolean differs = samples != null && other.samples != null && !samples.equals(other.samples);
        return differs ? Optional.of("after the first 5 MiB") : Optional.empty();
    }
}
