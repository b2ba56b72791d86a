// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.rule.FaultRuleTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @Test
    void printsHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("--port", "8642", "--directory", "--api-key", "--limits", "none, sandbox, production");
    }

    @Test
    void printsHelpForEveryFault() {
        run("--help");

        assertThat(out.toString().lines().map(line -> line.trim().replaceAll(" +", " ")))
                .contains(
                        "status=CODE Answers CODE, does not process",
                        "tooManyRequests=TIME Answers 429 with the time to retry",
                        "TIME a time, such as 200ms, 5s or 2m");
        assertThat(FaultRuleTest.typedFaults())
                .allSatisfy(name -> assertThat(out.toString()).containsPattern("\n  " + name + "[= ]"));
    }

    @Test
    void rejectsAWrongFault() {
        assertThat(run("--fault", "source:stall")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "Invalid value for option '--fault' (RULE): no fault \"stall\": allowed are none, status=CODE,");
        assertThat(run("--seed", "x")).isEqualTo(2);
    }

    @Test
    void printsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("apivideo-simulator ");
    }

    @Test
    void reportsAPortInUse() throws IOException {
        try (ApiVideoSimulator other = ApiVideoSimulator.builder().start()) {
            String port = String.valueOf(other.baseUri().getPort());

            assertThat(run("--port", port)).isEqualTo(1);

            assertThat(err.toString().trim()).isEqualTo("Cannot listen on port " + port + ": Address already in use");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void reportsADirectoryThatCannotBeCreated(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(run("--directory", file.resolve("below").toString())).isEqualTo(1);

        assertThat(err.toString().trim()).isEqualTo("Cannot make the folder " + file.resolve("below"));
    }

    @Test
    void rejectsAWrongOption() {
        assertThat(run("--port", "70000")).isEqualTo(1);
        assertThat(err.toString()).contains("port=70000: allowed 0..65535");
        assertThat(run("--limits", "many")).isEqualTo(2);
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--nonsense'");
        assertThat(run("--uploads-per-minute", "-1")).isEqualTo(1);
        assertThat(err.toString()).contains("uploads=-1");
        assertThat(run("--source-height", "576")).isEqualTo(1);
        assertThat(err.toString()).contains("height=576: allowed are [240, 360, 480, 720, 1080, 2160]");
        assertThat(run("--import-time", "-1")).isEqualTo(1);
        assertThat(err.toString()).contains("importTime=PT-1S: must not be negative");
    }
}
