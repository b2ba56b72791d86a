// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Random;

/** The bytes that are uploaded, as streams. */
final class Bodies {

    private Bodies() {}

    /** The bytes of the job's file, or made-up ones. */
    static InputStream stream(Job job, long length) throws IOException {
        return job.videos() == null ? new MadeUp(length) : Files.newInputStream(job.video(length));
    }

    /** The same megabyte again and again. */
    private static final class MadeUp extends InputStream {
        private static final byte[] BLOCK = new byte[1024 * 1024];

        static {
            new Random(1).nextBytes(BLOCK);
        }

        private long left;

        MadeUp(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return BLOCK[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int size = (int) Math.min(left, Math.min(length, BLOCK.length));
            System.arraycopy(BLOCK, 0, bytes, offset, size);
            left -= size;
            return size;
        }
    }
}
