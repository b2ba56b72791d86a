// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The process in which the component runs. For one thread; its creator closes it. */
final class UploadingJvm implements AutoCloseable {

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader lines;

    /** @param log what it logs */
    UploadingJvm(String heap, ApiVideoSimulator service, long seed, Path folder, Path log) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        // Caches that would go only when memory is short would look like a leak.
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-Dsuite.log=INFO",
                        "-Djava.io.tmpdir=" + folder.resolve("temporary"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadingProgram.class.getName(),
                        service.baseUri().toString(),
                        service.apiKey(),
                        String.valueOf(seed),
                        folder.toString())
                .redirectError(log.toFile())
                .start();
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The inventory before the first upload. */
    Inventory begin() throws IOException {
        return untilInventory(outcome -> {});
    }

    /** Uploads for a while, and takes the inventory when all has ended. */
    Inventory uploadFor(long seconds, Consumer<Outcome> each) throws IOException {
        commands.println(seconds);
        return untilInventory(each);
    }

    /** Stops the component; the inventory after that. */
    Inventory end() throws IOException {
        commands.close();
        return untilInventory(outcome -> {});
    }

    private Inventory untilInventory(Consumer<Outcome> each) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> words = Arrays.asList(line.split("\t", -1));
            if (words.get(0).equals(Inventory.WORD)) {
                return Inventory.parse(words);
            }
            if (words.get(0).equals(Outcome.WORD)) {
                each.accept(Outcome.parse(words));
                commands.println(Commands.JUDGED);
            }
        }
        throw new IOException("The uploading program has ended");
    }

    /** Whether it ended by itself, and well. */
    boolean endedWell() throws InterruptedException {
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
