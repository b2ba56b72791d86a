// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A file that is read in place by region: memory holds only the bytes on the way to the socket. The contents may be
 * written by many threads at once. The opener closes it.
 */
public final class FilePartSource implements RangedSource {

    private static final String MOVED =
            ". Usual cause: the route that consumes the file has ended, and has moved or deleted it"
                    + " (move, delete), before another exchange had read it, as after wireTap, or after the timeout of a circuit"
                    + " breaker or multicast. Let the upload be a step of the consuming route, which waits for its end, or give the"
                    + " other exchange a copy of the file";

    private final Path file;
    private final FileChannel channel;
    private final Snapshot asOpened;
    private final FileCheck check;
    private final long begin;
    private final long end;
    // One buffer for each part that is being written
    private final Queue<ByteBuffer> copies = new ConcurrentLinkedQueue<>();
    private long position;

    private FilePartSource(Path file, FileChannel channel, Snapshot asOpened, FileCheck check, long begin, long end) {
        this.file = file;
        this.channel = channel;
        this.asOpened = asOpened;
        this.check = check;
        this.begin = begin;
        this.end = end;
        this.position = begin;
    }

    /**
     * Opens a file for reading.
     *
     * @throws IllegalArgumentException if the file does not exist, is no regular file or may not be read
     */
    public static FilePartSource open(Path file) throws IOException {
        try {
            Snapshot snapshot = Snapshot.of(file);
            if (!snapshot.regular()) {
                throw new IllegalArgumentException(
                        "The body is " + LogSafe.of(file.toString()) + ", which is not a regular file");
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new FilePartSource(file, channel, snapshot, FileCheck.full, 0, snapshot.size());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "The body is the file " + LogSafe.of(file.toString()) + ", which does not exist" + MOVED);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(
                    "The body is the file " + LogSafe.of(file.toString()) + ", which may not be read");
        }
    }

    @Override
    public RangedSource range(long from, long length) throws IOException {
        try {
            RangedSource.check(from, length, end - begin);
        } catch (IllegalArgumentException e) {
            close();
            throw e;
        }
        return new FilePartSource(file, channel, asOpened, check, begin + from, begin + from + length);
    }

    /** Returns the same source with another check; it replaces this one. The default is {@link FileCheck#full}. */
    public FilePartSource checked(FileCheck wanted) {
        return new FilePartSource(file, channel, asOpened, wanted, begin, end);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(end - begin);
    }

    @Override
    public PartContent next(long partSize, PartStore store, Runnable moved) {
        long from = position;
        position = Math.min(end, from + partSize);
        return new Region(from, position - from);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private String name() {
        return LogSafe.of(file.toString());
    }

    private void checkUnchanged() throws SourceException {
        if (check == FileCheck.off) {
            return;
        }
        Snapshot now;
        try {
            now = Snapshot.of(file);
        } catch (IOException e) {
            throw new SourceException("The file " + name() + " vanished during the upload" + MOVED);
        }
        String difference = asOpened.difference(now, check);
        if (difference != null) {
            throw new SourceException("The file " + name() + " changed during the upload: " + difference);
        }
    }

    /** The attributes of the file with a name. Another inode alone is no change: the opened file is still read. */
    private record Snapshot(boolean regular, long size, FileTime modified) {

        static Snapshot of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            // Some tools that copy a file with its time drop the nanoseconds.
            long modified = now.lastModifiedTime().to(TimeUnit.MICROSECONDS);
            return new Snapshot(now.isRegularFile(), now.size(), FileTime.from(modified, TimeUnit.MICROSECONDS));
        }

        /** Returns the checked attribute that differs, in words; null if none does. */
        String difference(Snapshot now, FileCheck check) {
            if (!now.regular) {
                return "it is not a regular file now";
            }
            if (now.size != size) {
                return "it had " + size + " bytes, now it has " + now.size;
            }
            if (check == FileCheck.full && !now.modified.equals(modified)) {
                return "it was last modified at " + modified + ", now at " + now.modified
                        + ", and its size is the same. If something only touches the file, set fileCheck=size";
            }
            return null;
        }
    }

    private final class Region implements PartContent {
        private final long from;
        private final long length;

        Region(long from, long length) {
            this.from = from;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public boolean last() {
            return from + length == end;
        }

        @Override
        public String origin() {
            return "The file " + name();
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            // The check of the first bytes takes fewer at once than the connection does.
            int size = (int) Math.min(sink.copySize(), end - begin);
            ByteBuffer used = copies.poll();
            ByteBuffer buffer = used != null && used.capacity() >= size ? used : ByteBuffer.allocate(size);
            try {
                copy(buffer, sink);
            } finally {
                copies.add(buffer);
            }
        }

        private void copy(ByteBuffer buffer, PartSink sink) throws IOException {
            long to = from + length;
            for (long at = from; at < to; at += buffer.limit()) {
                fill(buffer.clear().limit((int) Math.min(buffer.capacity(), to - at)), at);
                if (at + buffer.limit() == to) {
                    // The service completes the video with the last byte of the last part, so the check comes before
                    // that byte.
                    checkUnchanged();
                }
                sink.write(buffer.array(), 0, buffer.limit());
            }
        }

        private void fill(ByteBuffer buffer, long from) throws SourceException {
            try {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, from + buffer.position()) < 0) {
                        throw new SourceException("The file " + name() + " shrank during the upload: it had "
                                + asOpened.size() + " bytes, now it ends at " + (from + buffer.position()));
                    }
                }
            } catch (SourceException e) {
                throw e;
            } catch (IOException e) {
                throw new SourceException("The file " + name() + " cannot be read: " + LogSafe.of(e.toString()), e);
            }
        }
    }
}
