// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import io.github.camelapivideo.benchmarks.sink.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A folder for the time of one run: the sink's certificate, the videos, and curl's parts. Thread-safe. */
public final class Workplace implements AutoCloseable {

    private static final byte[] MP4 = "\0\0\0\u0018ftypisom\0\0\2\0isomavc1".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BLOCK = 1024 * 1024;

    private final Path directory;
    private final long seed;

    public Workplace(Path parent, long seed) throws IOException, InterruptedException {
        this.directory = Files.createTempDirectory(Files.createDirectories(parent), "benchmarks");
        this.seed = seed;
        certificate(keys(), certificate(), trusted(), "san=dns:localhost,ip:127.0.0.1");
        certificate(strangersKeys(), strangersCertificate(), trustedStranger(), "san=dns:stranger.example");
    }

    private static void certificate(Path keys, Path certificate, Path trusted, String names)
            throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "sink",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                names,
                "-validity",
                "30",
                "-keystore",
                keys.toString());
        keytool("-exportcert", "-rfc", "-alias", "sink", "-file", certificate.toString(), "-keystore", keys.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "sink",
                "-file",
                certificate.toString(),
                "-keystore",
                trusted.toString());
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.of(arguments),
                        Stream.of("-storetype", "PKCS12", "-storepass", Tls.PASSWORD))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + String.join(" ", arguments));
        }
    }

    /** What decides the bytes, and which connections break. */
    public long seed() {
        return seed;
    }

    public Path directory() {
        return directory;
    }

    public Path keys() {
        return directory.resolve("keys.p12");
    }

    public Path trusted() {
        return directory.resolve("trusted.p12");
    }

    /** The certificate and key of a service with another name. */
    public Path strangersKeys() {
        return directory.resolve("stranger.p12");
    }

    /** A store that trusts that one. */
    public Path trustedStranger() {
        return directory.resolve("trusted-stranger.p12");
    }

    private Path strangersCertificate() {
        return directory.resolve("stranger.pem");
    }

    public Path certificate() {
        return directory.resolve("certificate.pem");
    }

    /** Makes a video of this length, unless it is there: the beginning of an MP4, and bytes by chance. */
    public synchronized Path video(long length) throws IOException {
        Path video = directory.resolve("video-" + length + ".bin");
        if (!Files.exists(video)) {
            Random random = new Random(seed);
            byte[] block = new byte[BLOCK];
            try (OutputStream out = Files.newOutputStream(video)) {
                for (long left = length; left > 0; left -= block.length) {
                    random.nextBytes(block);
                    if (left == length) {
                        System.arraycopy(MP4, 0, block, 0, MP4.length);
                    }
                    out.write(block, 0, (int) Math.min(block.length, left));
                }
            }
        }
        return video;
    }

    /** The parts of a video as files, named by their numbers, for clients that send only whole files. */
    public synchronized Path parts(long length, long partSize) throws IOException {
        Path folder = directory.resolve("parts-" + length + "-" + partSize);
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            try (FileChannel video = FileChannel.open(video(length), StandardOpenOption.READ)) {
                for (long from = 0, part = 1; from < length; from += partSize, part++) {
                    cut(video, from, Math.min(partSize, length - from), folder.resolve(Long.toString(part)));
                }
            }
        }
        return folder;
    }

    private static void cut(FileChannel video, long from, long length, Path part) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long done = 0; done < length; ) {
                done += video.transferTo(from + done, length - done, out);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
