// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.FileInputStreamCache;

/** What is uploaded. */
enum Body {
    FILE("file"),
    REPLAYABLE_KNOWN("replayable stream, length known"),
    REPLAYABLE_UNKNOWN("replayable stream, length unknown"),
    ONE_SHOT_KNOWN("one-shot stream, length known"),
    ONE_SHOT_UNKNOWN("one-shot stream, length unknown");

    final String text;

    Body(String text) {
        this.text = text;
    }

    void into(Message message, Sample sample) {
        message.setBody(body(sample));
        if (this == ONE_SHOT_KNOWN) {
            message.setHeader(Exchange.FILE_LENGTH, sample.bytes().length);
        }
    }

    private Object body(Sample sample) {
        return switch (this) {
            case FILE -> sample.file();
            case REPLAYABLE_KNOWN ->
                // The file is the application's own: the upload leaves it.
                new FileInputStreamCache(sample.file().toFile());
            case REPLAYABLE_UNKNOWN -> new Replayable(sample.bytes());
            case ONE_SHOT_KNOWN, ONE_SHOT_UNKNOWN -> new OneShot(sample.bytes());
        };
    }

    /** Can be read once: it neither skips back nor tells how much is left. */
    private static final class OneShot extends InputStream {
        private final InputStream bytes;

        OneShot(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            // As networks do, never as much as there is room for.
            return bytes.read(target, offset, Math.min(length, 60_000));
        }
    }

    /** Can be read again and again, and does not tell its length. */
    private static final class Replayable extends ByteArrayInputStream implements StreamCache {

        Replayable(byte[] bytes) {
            super(bytes);
        }

        @Override
        public void writeTo(OutputStream out) {
            throw new UnsupportedOperationException("Nobody needs it");
        }

        @Override
        public StreamCache copy(Exchange exchange) {
            return new Replayable(buf);
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public long position() {
            return pos;
        }
    }
}
