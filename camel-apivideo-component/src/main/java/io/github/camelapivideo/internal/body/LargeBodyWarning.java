// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once for each endpoint that a route holds whole videos in memory before the upload. Thread-safe. */
public final class LargeBodyWarning {

    private static final Logger LOG = LoggerFactory.getLogger(LargeBodyWarning.class);
    private static final long LARGE = 64L * 1024 * 1024;

    private final String endpoint;
    private final AtomicBoolean given = new AtomicBoolean();

    /** @param endpoint its URI without secrets */
    public LargeBodyWarning(String endpoint) {
        this.endpoint = endpoint;
    }

    public void check(Object body) {
        long size = inMemory(body);
        if (size >= LARGE && given.compareAndSet(false, true)) {
            LOG.warn(
                    "{} received a body of {} bytes that is wholly in memory ({}). Let the route stream it: a file body,"
                            + " or streamCache=false with streamDownload=true (ftp, sftp) or includeBody=false (aws2-s3),"
                            + " or stream caching that spools to disk. This is said once",
                    endpoint,
                    size,
                    body.getClass().getSimpleName());
        }
    }

    private static long inMemory(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return wrapped.getFile() instanceof File ? 0 : inMemory(wrapped.getBody());
        }
        if (body instanceof byte[] bytes) {
            return bytes.length;
        }
        if (body instanceof ByteBuffer buffer) {
            return buffer.remaining();
        }
        if (body instanceof StreamCache cache) {
            return cache.inMemory() ? cache.length() : 0;
        }
        return body instanceof ByteArrayInputStream bytes ? bytes.available() : 0;
    }
}
