// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assembles the pieces of a video into one file, once. Appends the pieces to the first and deletes each at once, so the
 * disk holds the video and at most one more piece. Thread-safe.
 */
public final class VideoAssembly {

    private static final Logger LOG = LoggerFactory.getLogger(VideoAssembly.class);
    private static final int BUFFER = 1 << 18;

    /** @param sha256 the digest, in hexadecimal */
    public record Video(Path file, String sha256) {}

    private final List<Path> pieces;
    private final Path whole;
    private volatile boolean cancelled;
    // Guarded by this
    private Video video;

    /** @param whole the file to create, in the folder of the pieces */
    VideoAssembly(List<Path> pieces, Path whole) {
        this.pieces = pieces;
        this.whole = whole;
    }

    /** Assembles the video ahead of the first request for it. */
    void prepare() {
        try {
            video();
        } catch (UncheckedIOException e) {
            LOG.warn("A video could not be assembled", e);
        }
    }

    /** Waits until the video is assembled and returns it; empty if it was deleted before. */
    synchronized Optional<Video> video() {
        if (video == null && !cancelled) {
            try {
                String sha256 = join();
                video = new Video(Files.move(pieces.get(0), whole), sha256);
            } catch (IOException e) {
                if (!cancelled) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.ofNullable(video);
    }

    private String join() throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        Path first = pieces.get(0);
        try (FileChannel out = FileChannel.open(first, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            read(out, buffer, digest);
            for (Path piece : pieces.subList(1, pieces.size())) {
                append(piece, buffer, digest, out);
                Files.delete(piece);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void read(FileChannel in, ByteBuffer buffer, MessageDigest digest) throws IOException {
        while (in.read(buffer.clear()) >= 0) {
            checkWanted();
            digest.update(buffer.flip());
        }
    }

    private void append(Path piece, ByteBuffer buffer, MessageDigest digest, FileChannel out) throws IOException {
        try (FileChannel in = FileChannel.open(piece)) {
            while (in.read(buffer.clear()) >= 0) {
                checkWanted();
                digest.update(buffer.flip().duplicate());
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
        }
    }

    private void checkWanted() throws IOException {
        if (cancelled) {
            throw new IOException("The video was deleted");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cancels the assembly. After this returns, nothing is written. */
    void cancel() {
        cancelled = true;
        waitForTheEnd();
    }

    // An assembly at work holds the lock.
    private synchronized void waitForTheEnd() {}
}
