// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.reliability.soak.Inventory.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what this JVM holds. Threads, sockets and files of the system it can tell only where there is {@code /proc}. */
final class Stock {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path CONNECTIONS = Path.of("/proc/self/net");
    private static final int COLLECTIONS = 3;

    // The JVM starts it for jstack and its like, and never ends it.
    private static final String SOMEBODY_LOOKS = "Attach Listener";

    private final URI service;
    private final Path folder;
    private final ConnectionPools pools;

    /** @param folder where all temporary files are */
    Stock(URI service, Path folder, ConnectionPools pools) {
        this.service = service;
        this.folder = folder;
        this.pools = pools;
    }

    Inventory take(Moment moment) {
        return new Inventory(
                moment, heapAfterCollection(), threads(), pools.leased(), openSockets(), descriptors(), files());
    }

    private static long heapAfterCollection() {
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.equals(SOMEBODY_LOOKS))
                .sorted()
                .toList();
    }

    private int openSockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return -1;
        }
        Set<String> mine =
                targets().filter(target -> target.startsWith("socket:")).collect(Collectors.toSet());
        return (int) Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(CONNECTIONS.resolve(table)))
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns[2].endsWith(":%04X".formatted(service.getPort())))
                .filter(columns -> mine.contains("socket:[" + columns[9] + "]"))
                .count();
    }

    /** Jars are opened as classes are needed; the random devices once and for ever. */
    private static List<String> descriptors() {
        return targets()
                .filter(target -> !target.startsWith("socket:"))
                .filter(target -> !target.endsWith(".jar") && !target.endsWith("/modules"))
                .filter(target -> !target.startsWith("/dev/"))
                .filter(target -> !target.matches("/proc/\\d+/fd"))
                .sorted()
                .toList();
    }

    private static Stream<String> targets() {
        return list(DESCRIPTORS).stream().map(Stock::target).filter(Objects::nonNull);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed since the list was made, as the list itself.
            return null;
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream().skip(1) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
