// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the README that show the demo, with a Maven that only shows how it is called. */
@DisabledOnOs(OS.WINDOWS)
class DemoCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("copies.root"));
    private static final String DISTRIBUTION = "https://example.org/apache-maven-1-bin.zip";

    @TempDir
    Path folder;

    @Test
    void runsMavenInTheFolderOfTheProjectAndEndsAsItDoes() throws Exception {
        Files.copy(ROOT.resolve("demo"), folder.resolve("demo"));
        script("mvnw", "pwd -P\nprintf '%s\\n' \"$@\"\nexit 3\n");

        Process demo = start("demo", "-Ddemo.wait", "a b");

        assertThat(shown(demo)).containsExactly(folder.toRealPath().toString(), "-Pdemo", "-Ddemo.wait", "a b");
        assertThat(demo.waitFor()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Pdemo", "-P demo", "-o -Pdemo -Ddemo.wait", "-o -P demo"})
    void theWrapperPrintsNoLineOfMavenBeforeTheBars(String arguments) throws Exception {
        assertThat(wrapper(arguments)).containsExactly("arguments: -q " + arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "-Pdemo -X",
                "--debug -Pdemo",
                "-Pdemo -e",
                "-P demo --errors",
                "-V -Pdemo",
                "--show-version -Pdemo",
                "verify -Pall,demo",
                "-Pdemos",
                "-P other demo"
            })
    void theWrapperLeavesOtherCommandsAsTheyAre(String arguments) throws Exception {
        assertThat(wrapper(arguments)).containsExactly("[INFO] a line of Maven", "arguments: " + arguments);
    }

    @Test
    void theWrapperLeavesACommandWithoutArgumentsAsItIs() throws Exception {
        assertThat(wrapper("")).containsExactly("[INFO] a line of Maven", "arguments: ");
    }

    private List<String> wrapper(String arguments) throws Exception {
        Files.copy(ROOT.resolve("mvnw"), folder.resolve("mvnw"));
        Files.createDirectories(folder.resolve(".mvn/wrapper"));
        Files.writeString(
                folder.resolve(".mvn/wrapper/maven-wrapper.properties"), "distributionUrl=" + DISTRIBUTION + "\n");
        // Where the wrapper keeps a Maven that it has fetched
        String home = "wrapper/dists/apache-maven-1/" + Integer.toHexString(DISTRIBUTION.hashCode());
        script(home + "/bin/mvn", "[ \"${1-}\" = -q ] || echo '[INFO] a line of Maven'\necho \"arguments: $*\"\n");
        Process maven = start("mvnw", arguments.isEmpty() ? new String[0] : arguments.split(" "));
        List<String> shown = shown(maven);
        assertThat(maven.waitFor()).isZero();
        return shown;
    }

    private Process start(String command, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(folder.resolve(command).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MAVEN_USER_HOME", folder.toString());
        builder.environment().remove("MVNW_REPOURL");
        return builder.start();
    }

    private static List<String> shown(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void script(String name, String text) throws IOException {
        Path script = folder.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
