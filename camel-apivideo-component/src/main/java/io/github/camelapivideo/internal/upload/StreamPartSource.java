// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stream whose length nobody knows for certain: each part is read off it whole, and always one byte ahead, so that
 * the last part is known to be the last.
 */
public final class StreamPartSource implements PartSource {

    private static final int NOTHING_READ = -2;
    private static final int END = -1;

    private final InputStream stream;
    private final OptionalLong expectedLength;
    private final boolean replayed;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean cutOff;
    private int ahead = NOTHING_READ;

    private StreamPartSource(InputStream stream, OptionalLong expectedLength, boolean replayed) {
        this.stream = stream;
        this.expectedLength = expectedLength;
        this.replayed = replayed;
    }

    /**
     * @param stream comes from anywhere, and is closed with this source
     * @param expectedLength what somebody said of its length
     */
    public StreamPartSource(InputStream stream, OptionalLong expectedLength) {
        this(stream, expectedLength, false);
    }

    /**
     * @param stream comes from memory or disk, and is read again by others once this source is closed
     * @param expectedLength what somebody said of its length
     */
    public static StreamPartSource replay(InputStream stream, OptionalLong expectedLength) {
        return new StreamPartSource(stream, expectedLength, true);
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
    public boolean isPrompt() {
        return replayed;
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
            throw new SourceException("The body cannot be read: " + OneLine.of(e.toString()), e);
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
            checkNotCutOff();
        }
    }

    private void checkNotCutOff() throws IOException {
        if (cutOff) {
            throw new IOException("the reading was ended");
        }
    }

    private int fill(byte[] room, int wanted, Runnable moved) throws IOException {
        int size = 1;
        while (size < wanted) {
            int read = read(room, size, wanted - size);
            if (read < 0) {
                break;
            }
            size += read;
            moved.run();
        }
        return size;
    }

    /** Some bytes, at least one, as the contract of streams has it; not all of them hold to it. */
    private int read(byte[] room, int from, int length) throws IOException {
        int read = stream.read(room, from, length);
        if (read != 0) {
            return read;
        }
        int single = stream.read();
        room[from] = (byte) single;
        return single < 0 ? -1 : 1;
    }

    @Override
    public void cutOff() throws IOException {
        cutOff = true;
        if (!replayed) {
            // Nothing else ends the reading of a socket.
            close();
        }
    }

    @Override
    public void close() throws IOException {
        // The next reader may have begun, if this one was cut off.
        boolean others = replayed && cutOff;
        if (!others && closed.compareAndSet(false, true)) {
            stream.close();
        }
    }
}
