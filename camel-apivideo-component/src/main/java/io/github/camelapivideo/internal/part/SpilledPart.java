// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a part of a stream in a temporary file, because no memory was free. The file is unlinked as soon as the system
 * allows it. For one thread.
 */
final class SpilledPart implements PartStore {

    private static final Logger LOG = LoggerFactory.getLogger(SpilledPart.class);
    private static final int COPY_SIZE = 64 * 1024;

    private final Path directory;

    // Null if there is no file
    private final FileChannel channel;

    private final byte[] room = new byte[COPY_SIZE];
    private long length;

    // The disk is full, or fails: these bytes are not in the file. Null before.
    private SourceException problem;
    private byte[] rest = new byte[0];

    private SpilledPart(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Creates a store with a new temporary file in the directory; one that is full if that is not possible. */
    static SpilledPart in(Path directory) {
        try {
            Path file = Files.createTempFile(directory, "apivideo-part-", ".tmp");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            unlink(file);
            return new SpilledPart(directory, channel);
        } catch (IOException e) {
            SpilledPart none = new SpilledPart(directory, null);
            none.problem = none.failure(e);
            return none;
        }
    }

    private SourceException failure(IOException e) {
        return new SourceException("A part cannot be spilled to spillDirectory=" + directory + ": " + e, e);
    }

    // If the system can delete an open file, no file is left even if the process is killed.
    private static void unlink(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            LOG.trace("{} is deleted when it is closed", file, e);
        }
    }

    @Override
    public byte[] room() {
        return room;
    }

    @Override
    public void filled(int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(room, 0, size);
        try {
            while (problem == null && bytes.hasRemaining()) {
                length += channel.write(bytes, length);
            }
        } catch (ClosedChannelException e) {
            // The upload has ended meanwhile.
            throw failure(e);
        } catch (IOException e) {
            problem = failure(e);
        }
        if (bytes.hasRemaining()) {
            rest = Arrays.copyOfRange(room, bytes.position(), size);
        }
    }

    @Override
    public boolean isFull() {
        return problem != null;
    }

    @Override
    public PartContent content(boolean last) {
        PartContent spilled = new Spilled(channel, room, length, last);
        return problem == null ? spilled : new JoinedContent(spilled, new Rest(rest, last, problem));
    }

    @Override
    public void discard() {
        close(channel);
    }

    // A few bytes that the source has delivered when the disk was full.
    private record Rest(byte[] bytes, boolean last, SourceException cutShort) implements PartContent {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            sink.write(bytes, 0, bytes.length);
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn(
                    "A spilled part could not be deleted; look for old files apivideo-part-*.tmp in spillDirectory", e);
        }
    }

    private record Spilled(FileChannel channel, byte[] room, long length, boolean last) implements PartContent {

        @Override
        public String origin() {
            return "The disk of the spillDirectory";
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(room);
            for (long at = 0; at < length; at += buffer.limit()) {
                read(buffer.clear(), at);
                sink.write(buffer.array(), 0, buffer.limit());
            }
        }

        private void read(ByteBuffer buffer, long at) throws SourceException {
            buffer.limit((int) Math.min(buffer.capacity(), length - at));
            try {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, at + buffer.position()) < 0) {
                        throw new IOException("the file ends at " + (at + buffer.position()));
                    }
                }
            } catch (IOException e) {
                throw new SourceException("A spilled part cannot be read back: " + e, e);
            }
        }

        @Override
        public void release() {
            close(channel);
        }
    }
}
