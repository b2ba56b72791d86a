// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process in which a program such as {@link UploadingNode} runs. For one thread; its creator closes it. */
final class Node implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path output;
    private final Path log;

    /**
     * Starts a process.
     *
     * @param folder of what the process writes to its output, and of its log
     * @param program has a {@code main} method
     */
    Node(Path folder, Class<?> program, String... arguments) throws IOException {
        output = folder.resolve("node.txt");
        log = folder.resolve("node.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It starts faster so, and lives for seconds.
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Waits until a video has arrived; its identifier. */
    String awaitUploaded() throws IOException {
        String line = awaitLine();
        assertThat(line).as(Files.readString(log)).startsWith(UploadingNode.UPLOADED);
        return line.substring(UploadingNode.UPLOADED.length());
    }

    /** Waits until the process has written a whole line; all that it has written. */
    String awaitLine() throws IOException {
        await().alias("a line; the log is in " + log)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || Files.readString(output).endsWith("\n"));
        return Files.readString(output).trim();
    }

    /** Returns the lines that the process has written. */
    List<String> lines() throws IOException {
        return Files.readAllLines(output);
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
