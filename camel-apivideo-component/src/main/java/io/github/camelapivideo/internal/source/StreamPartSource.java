// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A stream without a certain length. Each part is read whole and one byte ahead, so that the last part is known to be
 * the last. For one thread at a time, but {@link #cutOff} for any; closes the stream.
 */
public final class StreamPartSource implements PartSource {

    private static final int NOTHING_READ = -2;
    private static final int END = -1;

    private final InputStream stream;
    private InputStream reads;
    private final StreamKind kind;
    private final AtomicBoolean drained = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean cutOff;
    private int ahead = NOTHING_READ;

    /** @param stream the stream; closed together with this source */
    public StreamPartSource(InputStream stream, StreamKind kind) {
        this.stream = stream;
        this.reads = stream;
        this.kind = kind;
    }

    /** Returns a supplier that is true after the stream was read to its end. Thread-safe. */
    public BooleanSupplier drained() {
        return drained::get;
    }

    @Override
    public void holdTo(long bytesPerSecond, Duration window) {
        reads = new PacedStream(stream, bytesPerSecond, window);
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
    public boolean isPrompt() {
        return kind.isPrompt();
    }

    @Override
    public String whenEmpty() {
        return kind.whenEmpty();
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
            throw new SourceException(
                    "The body cannot be read: " + LogSafe.of(e.toString()) + StreamKind.whenUnreadable(e), e);
        } catch (RuntimeException | Error e) {
            store.discard();
            throw e;
        }
    }

    private void fill(long partSize, PartStore store, Runnable moved) throws IOException {
        if (ahead == NOTHING_READ) {
            readAhead(false);
        }
        for (long left = partSize; left > 0 && ahead != END && !store.isFull(); ) {
            byte[] room = store.room();
            room[0] = (byte) ahead;
            int wanted = (int) Math.min(room.length, left);
            int size = fill(room, wanted, moved);
            store.filled(size);
            left -= size;
            readAhead(size < wanted);
            moved.run();
        }
    }

    // After the end no byte is read again: not every stream stays at its end.
    private void readAhead(boolean ended) throws IOException {
        checkNotCutOff();
        ahead = ended ? END : reads.read();
        checkNotCutOff();
        drained.set(ahead == END);
    }

    private void checkNotCutOff() throws IOException {
        if (cutOff) {
            throw new IOException("the read was cut off");
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

    // The contract of streams promises at least one byte, but some streams return 0.
    private int read(byte[] room, int from, int length) throws IOException {
        checkNotCutOff();
        int read = reads.read(room, from, length);
        if (read != 0) {
            return read;
        }
        int single = reads.read();
        room[from] = (byte) single;
        return single < 0 ? -1 : 1;
    }

    @Override
    public void cutOff() throws IOException {
        cutOff = true;
        // Only closing ends a read from a socket.
        abandon();
    }

    @Override
    public boolean closesPromptly() {
        return kind.isPrompt() || drained.get();
    }

    @Override
    public void abandon() throws IOException {
        if (!closesPromptly() && !closed.get()) {
            AbortableStream.abort(stream);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            stream.close();
        }
    }
}
