// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs an application in a process of its own with 128 MiB of heap. */
public final class ChildJvm {

    private static final long PATIENCE_SECONDS = 200;

    private ChildJvm() {}

    /**
     * Runs the application until it ends.
     *
     * @param settings names that begin with {@code camel.} become system properties, the others environment variables
     * @return the lines that it printed
     */
    public static List<String> run(Class<?> application, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        settings.forEach((name, value) -> set(name, value, java));
        java.command().addAll(List.of("-cp", System.getProperty("java.class.path"), application.getName()));
        Process process = java.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("ended; printed: %s", Files.readString(output)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }

    private static void set(String name, String value, ProcessBuilder java) {
        if (name.startsWith("camel.")) {
            java.command().add("-D" + name + "=" + value);
        } else {
            java.environment().put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value);
        }
    }
}
