// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body is read at a limited rate: each read waits until the earlier bytes are due. For one reader. */
public final class SlowRequest extends Request.Wrapper {

    private final long bytesPerSecond;
    private final long start = System.nanoTime();
    private long bytes;

    public SlowRequest(Request request, long bytesPerSecond) {
        super(request);
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public Content.Chunk read() {
        try {
            TimeUnit.NANOSECONDS.sleep(due() - (System.nanoTime() - start));
        } catch (InterruptedException e) {
            // The simulator ends.
            Thread.currentThread().interrupt();
            return Content.Chunk.from(new InterruptedIOException("The simulator ends"), true);
        }
        Content.Chunk chunk = super.read();
        bytes += chunk == null ? 0 : chunk.remaining();
        return chunk;
    }

    /** The nanoseconds that the bytes read so far take. */
    private long due() {
        return (long) (bytes * 1e9 / bytesPerSecond);
    }
}
