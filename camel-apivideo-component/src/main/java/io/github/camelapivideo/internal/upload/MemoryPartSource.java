// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Bytes that are in memory already: sent from where they are. */
public final class MemoryPartSource implements RangedSource {

    private static final int COPY_SIZE = 64 * 1024;

    private final ByteBuffer bytes;

    /** @param bytes what lies between its position and its limit is the source; neither is moved */
    public MemoryPartSource(ByteBuffer bytes) {
        this.bytes = bytes.slice();
    }

    @Override
    public PartSource range(long from, long length) {
        RangedSource.check(from, length, bytes.limit());
        return new MemoryPartSource(bytes.slice((int) from, (int) length));
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(bytes.limit());
    }

    @Override
    public PartContent next(long partSize, PartStore store, Runnable moved) {
        int length = (int) Math.min(partSize, bytes.remaining());
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return new Slice(part, !bytes.hasRemaining());
    }

    @Override
    public void close() {
        // The bytes belong to the exchange.
    }

    private record Slice(ByteBuffer part, boolean last) implements PartContent {

        @Override
        public long length() {
            return part.limit();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (part.hasArray()) {
                out.write(part.array(), part.arrayOffset(), part.limit());
            } else {
                copyOut(part.duplicate(), out);
            }
        }

        private static void copyOut(ByteBuffer bytes, OutputStream out) throws IOException {
            byte[] copy = new byte[Math.min(COPY_SIZE, bytes.remaining())];
            while (bytes.hasRemaining()) {
                int size = Math.min(copy.length, bytes.remaining());
                bytes.get(copy, 0, size);
                out.write(copy, 0, size);
            }
        }
    }
}
