// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream of unknown length passes through a heap that is much smaller than itself, in a JVM of its own.
 *
 * <p>{@code -Dapivideo.smallHeap.mib=2048} makes it 2 GiB instead of 128 MiB.
 */
class SmallHeapTest {

    private static final long MIB = Long.getLong("apivideo.smallHeap.mib", 128);

    @TempDir
    Path folder;

    @Test
    void aStreamOfUnknownLengthPassesThrough64MiBOfHeapSequentially() throws Exception {
        upload(MIB * 1024 * 1024 + 1, 1);
    }

    @Test
    void aStreamOfUnknownLengthPassesThrough64MiBOfHeapInParallel() throws Exception {
        upload(MIB * 1024 * 1024, 4);
    }

    @Test
    void twoHundredStreamsAtOnceAllArriveIn256MiBOfHeap() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            long length = 6 * 1024 * 1024;
            run("-Xmx256m", ManyUploads.class, simulator, "200", String.valueOf(length));
            assertThat(simulator.videos()).hasSize(200);
            assertThat(simulator.videos()).extracting(ReceivedVideo::sha256).containsOnly(sha256(length));
        }
    }

    private static String sha256(long length) throws Exception {
        return TestVideo.sha256(new SmallHeapUpload.Generated(length).readAllBytes());
    }

    private void upload(long length, int parallelism) throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            String printed = run(
                    "-Xmx64m", SmallHeapUpload.class, simulator, String.valueOf(length), String.valueOf(parallelism));
            ReceivedVideo received = simulator.videos().get(0);
            assertThat(received.complete()).isTrue();
            assertThat(received.size()).isEqualTo(length);
            assertThat(printed.trim()).endsWith(received.sha256());
        }
    }

    private String run(String heap, Class<?> program, ApiVideoSimulator simulator, String... arguments)
            throws Exception {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                simulator.baseUri().toString(),
                simulator.apiKey()));
        command.addAll(List.of(arguments));
        Process jvm = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jvm.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(jvm.exitValue()).as(printed).isZero();
        return printed;
    }
}
