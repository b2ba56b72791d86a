// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process in which {@link UploadingNode} runs. For one thread; its creator closes it. */
final class Node implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path output;
    private final Path log;

    /** @param folder of the files and of what the process remembers of them */
    Node(ApiVideoSimulator service, Path folder, UploadingNode.Body body, int parallelism) throws IOException {
        output = folder.resolve("node.txt");
        log = folder.resolve("node.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It starts faster so, and lives for seconds.
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadingNode.class.getName(),
                        service.baseUri().toString(),
                        service.apiKey(),
                        folder.toString(),
                        body.name(),
                        String.valueOf(parallelism))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Waits until a video has arrived; its identifier. */
    String awaitUploaded() throws IOException {
        await().alias("an upload; the log is in " + log)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || Files.readString(output).endsWith("\n"));
        String line = Files.readString(output).trim();
        assertThat(line).as(Files.readString(log)).startsWith(UploadingNode.UPLOADED);
        return line.substring(UploadingNode.UPLOADED.length());
    }

    /** Sends SIGKILL where the system has it: the process gets no notice and finishes nothing. */
    void kill() throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        if (Files.isDirectory(Path.of("/proc"))) {
            assertThat(process.exitValue()).isEqualTo(KILLED);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
