// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.part.PartStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** A source of bytes in memory, which are sent without a copy. For one thread at a time; needs no closing. */
public final class MemoryPartSource implements RangedSource {

    private final ByteBuffer bytes;

    /** @param bytes the source is the range from position to limit; neither is moved */
    public MemoryPartSource(ByteBuffer bytes) {
        this.bytes = bytes.slice();
    }

    @Override
    public RangedSource range(long from, long length) {
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
        public void writeTo(PartSink sink) throws IOException {
            if (part.hasArray()) {
                sink.write(part.array(), part.arrayOffset(), part.limit());
            } else {
                copyOut(part.duplicate(), sink);
            }
        }

        private static void copyOut(ByteBuffer bytes, PartSink sink) throws IOException {
            byte[] copy = new byte[Math.min(sink.copySize(), bytes.remaining())];
            while (bytes.hasRemaining()) {
                int size = Math.min(copy.length, bytes.remaining());
                bytes.get(copy, 0, size);
                sink.write(copy, 0, size);
            }
        }
    }
}
