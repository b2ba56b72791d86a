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
     * Runs the application until it ends with the exit status 0.
     *
     * @param settings names that begin with {@code camel.} or {@code java.} become system properties, the others environment
     *     variables
     * @return the lines that it printed
     */
    public static List<String> run(Class<?> application, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return run(application, folder, settings, 0);
    }

    /** Runs the application until it ends with the exit status 1; the rest as {@link #run}. */
    public static List<String> runAndFail(Class<?> application, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return run(application, folder, settings, 1);
    }

    private static List<String> run(Class<?> application, Path folder, Map<String, String> settings, int exitStatus)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = command(application, settings)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("ended; printed: %s", Files.readString(output)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(exitStatus);
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }

    private static ProcessBuilder command(Class<?> application, Map<String, String> settings) {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                // On JDK 22 to 24 a pipe would count as a console.
                "-Djdk.console=java.base",
                "-XX:+ExitOnOutOfMemoryError");
        settings.forEach((name, value) -> set(name, value, java));
        java.command().addAll(List.of("-cp", System.getProperty("java.class.path"), application.getName()));
        return java;
    }

    private static void set(String name, String value, ProcessBuilder java) {
        if (name.startsWith("camel.") || name.startsWith("java.")) {
            java.command().add("-D" + name + "=" + value);
        } else {
            java.environment().put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value);
        }
    }
}
