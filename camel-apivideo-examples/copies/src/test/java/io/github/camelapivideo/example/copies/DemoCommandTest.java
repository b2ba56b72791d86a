// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code ./demo} of the README, with a Maven that only shows how it is called. */
@DisabledOnOs(OS.WINDOWS)
class DemoCommandTest {

    private static final Path COMMAND =
            Path.of(System.getProperty("copies.root")).resolve("demo");

    @TempDir
    Path folder;

    @Test
    void runsMavenQuietlyInTheFolderOfTheProjectAndEndsAsItDoes() throws Exception {
        Files.copy(COMMAND, folder.resolve("demo"));
        maven("#!/bin/sh\npwd -P\nprintf '%s\\n' \"$@\"\nexit 3\n");

        Process demo = new ProcessBuilder(folder.resolve("demo").toString(), "-Ddemo.wait", "a b")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        List<String> shown = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(shown).containsExactly(folder.toRealPath().toString(), "-q", "-Pdemo", "-Ddemo.wait", "a b");
        assertThat(demo.waitFor()).isEqualTo(3);
    }

    private void maven(String script) throws IOException {
        Path maven = Files.writeString(folder.resolve("mvnw"), script);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }
}
