// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;
import java.util.Arrays;

/** Port: inspects the first bytes of a source before any byte is sent. Thread-safe. */
@FunctionalInterface
public interface ContentInspector {

    /** The number of bytes that it inspects at most. */
    int BYTES = 8 * 1024;

    /** Accepts every source. */
    ContentInspector NONE = beginning -> {};

    /**
     * Inspects the first bytes of a source.
     *
     * @param beginning the first {@link #BYTES} bytes, or all if there are fewer
     * @throws IllegalArgumentException if the source must not be sent
     */
    void inspect(byte[] beginning);

    /** Collects the first bytes of a part. For one thread. */
    final class FirstBytes implements PartSink {

        private final byte[] bytes;
        private int count;

        private FirstBytes(int most) {
            bytes = new byte[most];
        }

        /** Ends the writing of a part after its first bytes. */
        private static final class Enough extends IOException {
            Enough() {
                super("enough");
            }
        }

        /**
         * Passes the first bytes of a part to an inspector.
         *
         * @return the reason not to send the part: the inspector refuses it, or it cannot be read; null if there is
         *     none
         */
        public static Throwable inspected(PartContent content, ContentInspector inspector) {
            if (inspector == ContentInspector.NONE) {
                return null;
            }
            try {
                inspector.inspect(of(content));
                return null;
            } catch (IOException | RuntimeException | Error e) {
                return e;
            }
        }

        /** Returns the first {@link #BYTES} bytes of a part, or all if there are fewer. */
        public static byte[] of(PartContent content) throws IOException {
            FirstBytes beginning = new FirstBytes((int) Math.min(content.length(), ContentInspector.BYTES));
            try {
                content.writeTo(beginning);
            } catch (Enough e) {
                return beginning.bytes;
            }
            return Arrays.copyOf(beginning.bytes, beginning.count);
        }

        @Override
        public int copySize() {
            return ContentInspector.BYTES;
        }

        @Override
        public void write(byte[] chunk, int offset, int length) throws IOException {
            int taken = Math.min(length, bytes.length - count);
            System.arraycopy(chunk, offset, bytes, count, taken);
            count += taken;
            if (count == bytes.length) {
                throw new Enough();
            }
        }
    }
}
