// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.LockSupport;

/** Creates and deletes folders. */
public final class Folders {

    private static final long PAUSE_NANOS = 10_000_000;

    private Folders() {}

    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    public static Path createTemporary() {
        try {
            return Files.createTempDirectory("apivideo-simulator-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with its content. Tries again while other threads write to or delete in the folder. */
    public static void delete(Path folder) {
        for (int triesLeft = 20; Files.exists(folder); triesLeft--) {
            try {
                Files.walkFileTree(folder, new Deleting());
            } catch (IOException e) {
                if (triesLeft == 0) {
                    throw new UncheckedIOException("Cannot delete the folder " + folder, e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
