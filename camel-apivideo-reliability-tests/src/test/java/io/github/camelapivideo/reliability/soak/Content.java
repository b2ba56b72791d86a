// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of one upload, made as they are read: every eight of them depend on the seed and on their place, so bytes
 * that are lost, doubled or moved are seen.
 */
record Content(long seed, long length) {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 8192;

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (long from = 0; from < length; from += BLOCK) {
                fill(block, from);
                digest.update(block, 0, (int) Math.min(BLOCK, length - from));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param chunk how much one read gives at most, as networks do */
    InputStream stream(int chunk) {
        return new Bytes(chunk);
    }

    private void fill(byte[] block, long from) {
        for (int at = 0; at < BLOCK; at += Long.BYTES) {
            LONGS.set(block, at, mixed(seed + (from + at) * 0x9E3779B97F4A7C15L));
        }
    }

    private static long mixed(long value) {
        long once = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
        return twice ^ twice >>> 31;
    }

    private final class Bytes extends InputStream {
        private final int chunk;
        private final byte[] block = new byte[BLOCK];
        private long filled = -1;
        private long position;

        Bytes(int chunk) {
            this.chunk = chunk;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) {
            if (wanted == 0) {
                return 0;
            }
            if (position == length) {
                return -1;
            }
            int inBlock = (int) (position % BLOCK);
            if (filled != position - inBlock) {
                filled = position - inBlock;
                fill(block, filled);
            }
            int size = (int) Math.min(Math.min(wanted, chunk), Math.min(BLOCK - inBlock, length - position));
            System.arraycopy(block, inBlock, target, offset, size);
            position += size;
            return size;
        }
    }
}
