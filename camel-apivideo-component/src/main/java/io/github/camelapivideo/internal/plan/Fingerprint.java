// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.source.RangedSource;
import java.io.IOException;
import java.util.Optional;

/**
 * What tells the bytes of one source from those of another, without reading all of them.
 *
 * @param head SHA-256 of the first {@link #HEAD} bytes, or of all bytes if there are fewer
 * @param samples SHA-256 of pieces of the rest, the last bytes among them; null if there is no rest, or if the source
 *     can be read only once
 */
public record Fingerprint(String head, String samples) {

    /** 5 MiB: no first part is smaller, unless it is the only one. So each attempt has them, whatever its part size. */
    static final long HEAD = PartPlan.MIN_PART_SIZE;

    private static final Samples SAMPLES = new Samples(64, 256 * 1024);

    private static final String OF_NOTHING = new Sha256().text();

    public Fingerprint {
        if (head == null || head.isBlank()) {
            throw new IllegalArgumentException("a fingerprint without a head");
        }
    }

    /**
     * The fingerprint of a source that can be read anywhere.
     *
     * @param moved is run whenever the source has delivered something
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

    /** The fingerprint of a source that begins so, and can be read only once. */
    static Fingerprint ofHead(PartContent head) throws IOException {
        Sha256 beginning = new Sha256();
        head.writeTo(beginning);
        return new Fingerprint(beginning.text(), null);
    }

    /** Whether the source has no bytes. */
    public boolean isOfNothing() {
        return head.equals(OF_NOTHING);
    }

    /** Where the bytes of another source differ, in words; empty if nothing shows that they do. */
    public Optional<String> difference(Fingerprint other) {
        if (!head.equals(other.head)) {
            return Optional.of("in the first 5 MiB");
        }
        boolean differs = samples != null && other.samples != null && !samples.equals(other.samples);
        return differs ? Optional.of("after the first 5 MiB") : Optional.empty();
    }
}
