// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks;

import io.github.camelapivideo.benchmarks.client.ClientCommand;
import io.github.camelapivideo.benchmarks.run.RunCommand;
import io.github.camelapivideo.benchmarks.sink.SinkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks as a program; {@code run} is the command for people, the others are its processes. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, ClientCommand.class, SinkCommand.class})
public final class Main {

    private Main() {}

    /** Exits with 0, with 1 if something failed, with 2 if the arguments are wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
