// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ReceivedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream of unknown length passes through a heap that is much smaller than itself, in a JVM of its own.
 *
 * <p>{@code -Dapivideo.smallHeap.mib=2048} makes it 2 GiB instead of 256 MiB.
 */
class SmallHeapTest {

    private static final long MIB = Long.getLong("apivideo.smallHeap.mib", 256);

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

    private void upload(long length, int parallelism) throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            Path output = folder.resolve("output.txt");
            Process jvm = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeapUpload.class.getName(),
                            simulator.baseUri().toString(),
                            simulator.apiKey(),
                            String.valueOf(length),
                            String.valueOf(parallelism)))
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
            ReceivedVideo received = simulator.videos().get(0);
            assertThat(received.complete()).isTrue();
            assertThat(received.size()).isEqualTo(length);
            assertThat(printed.trim()).endsWith(received.sha256());
        }
    }
}
