// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stream whose length nobody knows for certain: one buffer a part, and always one byte read ahead, so that the last
 * part is known to be the last.
 */
public final class StreamPartSource implements PartSource {

    private static final int NOTHING_READ = -2;
    private static final int END = -1;

    private final InputStream stream;
    private final OptionalLong expectedLength;
    private final PartBuffers buffers;
    private int ahead = NOTHING_READ;

    /**
     * @param stream is closed with this source
     * @param expectedLength what somebody said of its length
     * @param buffers where parts are held
     */
    public StreamPartSource(InputStream stream, OptionalLong expectedLength, PartBuffers buffers) {
        this.stream = stream;
        this.expectedLength = expectedLength;
        this.buffers = buffers;
    }

    @Override
    public boolean isBuffered() {
        return true;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong expectedLength() {
        return expectedLength;
    }

    @Override
    public PartContent next(long partSize) throws IOException {
        Buffered part = new Buffered();
        try {
            if (ahead == NOTHING_READ) {
                ahead = stream.read();
            }
            part.fill(partSize);
            return part;
        } catch (IOException e) {
            part.release();
            throw new SourceException("The body cannot be read: " + e, e);
        } catch (RuntimeException | Error e) {
            part.release();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private final class Buffered implements PartContent {
        private final List<byte[]> slabs = new ArrayList<>();
        private long length;
        private boolean last;

        void fill(long partSize) throws IOException {
            while (length < partSize && ahead != END) {
                byte[] slab = buffers.take();
                slabs.add(slab);
                int room = (int) Math.min(slab.length, partSize - length);
                slab[0] = (byte) ahead;
                int read = stream.readNBytes(slab, 1, room - 1);
                length += 1 + read;
                ahead = stream.read();
            }
            last = ahead == END;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public boolean last() {
            return last;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            long left = length;
            for (byte[] slab : slabs) {
                int size = (int) Math.min(slab.length, left);
                out.write(slab, 0, size);
                left -= size;
            }
        }

        @Override
        public void release() {
            buffers.giveBack(slabs);
            slabs.clear();
        }
    }
}
