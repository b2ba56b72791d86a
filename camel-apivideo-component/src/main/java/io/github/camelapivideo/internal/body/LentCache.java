// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.StreamCache;

/**
 * A stream cache that makes no copies of itself, lent to one reader until it is closed. Closing it during a read ends
 * the reader; the cache is given back when that read returns. Thread-safe.
 */
final class LentCache extends InputStream {

    private final StreamCache cache;
    private final InputStream stream;

    // Guarded by this
    private boolean reading;
    private boolean closed;

    /** @param cache taken, and reset to its beginning */
    LentCache(StreamCache cache, InputStream stream) {
        this.cache = cache;
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        begin();
        try {
            return stream.read(target, offset, length);
        } finally {
            end();
        }
    }

    private synchronized void begin() throws IOException {
        if (closed) {
            throw new IOException("the reading was ended");
        }
        reading = true;
    }

    private synchronized void end() {
        reading = false;
        if (closed) {
            StreamReuseCheck.giveBack(cache);
        }
    }

    /** Gives the cache back for the next reader. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!reading) {
            cache.reset();
            StreamReuseCheck.giveBack(cache);
        }
    }
}
