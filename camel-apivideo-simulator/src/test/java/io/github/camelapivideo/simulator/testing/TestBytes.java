// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Videos for tests: bytes that never repeat. */
public final class TestBytes {

    public static final int MIB = 1024 * 1024;
    public static final int SMALLEST = 5 * MIB;

    private static final Random RANDOM = new Random(42);

    private TestBytes() {}

    public static byte[] some(int length) {
        byte[] bytes = new byte[length];
        synchronized (RANDOM) {
            RANDOM.nextBytes(bytes);
        }
        return bytes;
    }

    public static byte[] range(byte[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, Math.min(to, all.length));
    }

    /** Part n of a video that is cut into the smallest parts. */
    public static byte[] part(byte[] video, int number) {
        return range(video, (number - 1) * SMALLEST, number * SMALLEST);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A body of zeros of this length, which needs no memory. */
    public static BodyPublisher zeros(long length) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(length)), length);
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count;
        }
    }
}
