// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.StreamCache;

/** A stream cache being read. It belongs to the exchange: to close it is to leave it as it was, for the next reader. */
final class ReplayedStream extends FilterInputStream {

    private final StreamCache cache;

    ReplayedStream(InputStream stream, StreamCache cache) {
        super(stream);
        this.cache = cache;
    }

    @Override
    public void close() throws IOException {
        cache.reset();
    }
}
