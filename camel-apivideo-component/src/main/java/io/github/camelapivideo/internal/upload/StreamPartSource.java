// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A stream whose length nobody knows for certain: each part is read off it whole, and always one byte ahead, so that
 * the last part is known to be the last.
 */
public final class StreamPartSource implements PartSource {

    private static final int NOTHING_READ = -2;
    private static final int END = -1;

    private final InputStream stream;
    private final OptionalLong expectedLength;
    private int ahead = NOTHING_READ;

    /**
     * @param stream is closed with this source
     * @param expectedLength what somebody said of its length
     */
    public StreamPartSource(InputStream stream, OptionalLong expectedLength) {
        this.stream = stream;
        this.expectedLength = expectedLength;
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
    public PartContent next(long partSize, PartStore store, Runnable moved) throws IOException {
        try {
            fill(partSize, store, moved);
            return store.content(ahead == END);
        } catch (SourceException e) {
            store.discard();
            throw e;
        } catch (IOException e) {
            store.discard();
            throw new SourceException("The body cannot be read: " + e, e);
        } catch (RuntimeException | Error e) {
            store.discard();
            throw e;
        }
    }

    private void fill(long partSize, PartStore store, Runnable moved) throws IOException {
        if (ahead == NOTHING_READ) {
            ahead = stream.read();
        }
        for (long left = partSize; left > 0 && ahead != END; ) {
            byte[] room = store.room();
            room[0] = (byte) ahead;
            int size = fill(room, (int) Math.min(room.length, left), moved);
            store.filled(size);
            left -= size;
            ahead = stream.read();
            moved.run();
        }
    }

    private int fill(byte[] room, int wanted, Runnable moved) throws IOException {
        int size = 1;
        while (size < wanted) {
            int read = stream.read(room, size, wanted - size);
            if (read < 0) {
                break;
            }
            size += read;
            moved.run();
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
