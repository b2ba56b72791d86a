// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A stream that fails when it delivers less than a minimum rate. Only the time inside its reads counts: between
 * reads, for lack of memory or of a free connection, the stream cannot deliver. For one thread at a time.
 */
final class PacedStream extends FilterInputStream {

    private static final double NANOS = 1e9;

    private final long bytesPerSecond;
    private final Duration window;
    private long waited;
    private long delivered;

    /**
     * @param bytesPerSecond the minimum rate
     * @param window the time in reads over which each rate is taken
     */
    PacedStream(InputStream stream, long bytesPerSecond, Duration window) {
        super(stream);
        this.bytesPerSecond = bytesPerSecond;
        this.window = window;
    }

    @Override
    public int read() throws IOException {
        long began = System.nanoTime();
        int single = super.read();
        count(System.nanoTime() - began, single < 0 ? -1 : 1);
        return single;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        long began = System.nanoTime();
        int size = super.read(target, offset, length);
        count(System.nanoTime() - began, size);
        return size;
    }

    private void count(long nanos, int size) throws SourceException {
        waited += nanos;
        delivered += Math.max(size, 0);
        if (size < 0 || waited < window.toNanos()) {
            return;
        }
        long rate = (long) (delivered * NANOS / waited);
        if (rate < bytesPerSecond) {
            throw new SourceException("The body has delivered only " + rate + " bytes a second for "
                    + Duration.ofNanos(waited).toMillis() + " ms (minimumRate: " + bytesPerSecond + ")");
        }
        waited = 0;
        delivered = 0;
    }
}
