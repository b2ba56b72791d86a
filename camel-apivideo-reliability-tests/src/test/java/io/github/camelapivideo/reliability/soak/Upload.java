// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.util.List;
import java.util.Random;

/**
 * One upload as chance has it.
 *
 * @param number from 1; no other upload of the run has it
 * @param keyed whether it has an upload key, and its route tries again what failed
 * @param partSize as the option has it
 */
record Upload(long number, Kind kind, boolean keyed, long length, String partSize, int parallelism, int chunk) {

    /** What the body is. */
    enum Kind {
        FILE,
        REPLAYABLE_STREAM,
        ONE_SHOT_STREAM
    }

    private static final int KIB = 1024;
    private static final int MIB = KIB * KIB;
    private static final List<String> PART_SIZES = List.of("5MiB", "5MiB", "6MiB", "8MiB", "16MiB", "auto");
    private static final int MOST_AT_ONCE = 8;

    /** The same for the same seed and number. */
    static Upload random(long seed, long number) {
        Random random = new Random(seed * 31 + number);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        // A body that cannot be read again cannot be sent again.
        boolean keyed = kind != Kind.ONE_SHOT_STREAM && random.nextInt(4) == 0;
        String partSize = PART_SIZES.get(random.nextInt(PART_SIZES.size()));
        return new Upload(
                number,
                kind,
                keyed,
                length(random, partSize),
                partSize,
                1 + random.nextInt(MOST_AT_ONCE),
                1 + random.nextInt(64 * KIB));
    }

    private static long length(Random random, String partSize) {
        int lot = random.nextInt(100);
        if (lot == 0) {
            return between(random, 100L * MIB, 300L * MIB);
        }
        if (lot < 15) {
            return between(random, 1, 16 * KIB);
        }
        if (lot < 35) {
            return aroundTheEndOfAPart(
                    random, partSize.equals("auto") ? 5 : Long.parseLong(partSize.replace("MiB", "")));
        }
        return between(random, 1, 40L * MIB);
    }

    private static long aroundTheEndOfAPart(Random random, long mebibytes) {
        return Math.max(1, (random.nextInt(4) + 1) * mebibytes * MIB + random.nextInt(3) - 1);
    }

    private static long between(Random random, long least, long most) {
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    Content content() {
        return new Content(number * 0x5851F42D4C957F2DL, length);
    }

    String key() {
        return "soak-" + number;
    }

    @Override
    public String toString() {
        return "upload %d (%s of %d bytes, partSize=%s, parallelism=%d%s)"
                .formatted(number, kind, length, partSize, parallelism, keyed ? ", with a key" : "");
    }
}
