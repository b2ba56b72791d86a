// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/** Writes the bytes of a part as the {@code file} of a form. For one request. */
final class PartBody extends AbstractContentBody {

    private static final int WRITE_SIZE = 256 * 1024;

    private final PartContent content;
    private final String fileName;
    private final int copySize;
    private final StallGuard guard;
    private final LongConsumer written;

    /**
     * Creates the body.
     *
     * @param copySize the size of the buffer for bytes that are not in memory
     * @param written receives the number of bytes after each write
     */
    PartBody(PartContent content, String fileName, int copySize, StallGuard guard, LongConsumer written) {
        super(ContentType.APPLICATION_OCTET_STREAM);
        this.content = content;
        this.fileName = fileName;
        this.copySize = copySize;
        this.guard = guard;
        this.written = written;
    }

    @Override
    public String getFilename() {
        return fileName;
    }

    @Override
    public long getContentLength() {
        return content.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        guard.sending();
        try {
            content.writeTo(new Counting(out));
        } finally {
            guard.answering(content.length());
        }
    }

    private final class Counting implements PartSink {
        private final OutputStream out;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public int copySize() {
            return copySize;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            // Counts down, because a position beyond the end of the largest array overflows an int.
            for (int left = length; left > 0; left -= WRITE_SIZE) {
                int size = Math.min(WRITE_SIZE, left);
                guard.resume();
                out.write(bytes, offset + (length - left), size);
                guard.pause();
                written.accept(size);
            }
        }
    }
}
