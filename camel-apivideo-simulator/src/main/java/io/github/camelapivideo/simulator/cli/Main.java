// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulator as a program of its own. */
@Command(
        name = "apivideo-simulator",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "A simulated api.video on loopback, for tests and demonstrations.",
        showDefaultValues = true,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    static {
        // Before the first logger.
        System.getProperties()
                .putIfAbsent(
                        "logback.configurationFile", "io/github/camelapivideo/simulator/cli/standalone-logback.xml");
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "The port; 0 for any free port.", defaultValue = "8642")
    private int port;

    @Option(
            names = "--directory",
            description = "The directory for received files, which are kept. Default is a temporary directory.")
    private Path directory;

    @Option(names = "--api-key", description = "The API key of the account.", defaultValue = "simulatorApiKey")
    private String apiKey;

    @Option(names = "--token-lifetime", description = "The life of an access token, in seconds.", defaultValue = "3600")
    private long tokenLifetime;

    @Option(
            names = "--assembly-time",
            description = "How long the status of a complete video still says that it is uploading, in seconds.",
            defaultValue = "0")
    private long assemblyTime;

    @Option(
            names = "--encoding-time",
            description = "The time from the last byte of a video until it is playable, in seconds.",
            defaultValue = "0")
    private long encodingTime;

    @Option(
            names = "--source-height",
            description = "The height of every video in pixels: 240, 360, 480, 720, 1080 or 2160.",
            defaultValue = "720")
    private int sourceHeight;

    @Option(
            names = "--import-time",
            description = "How long a container with a source says that it is ingesting, in seconds.",
            defaultValue = "0")
    private long importTime;

    @Option(names = "--video-restore", description = "Deletions only discard videos, which can be restored.")
    private boolean videoRestore;

    @Option(
            names = "--list-lag",
            description = "How long the list of videos lacks a new container, in seconds.",
            defaultValue = "0")
    private long listLag;

    @Option(
            names = "--clock-offset",
            description = "How far the simulator's clock is ahead of this machine's, in seconds; negative if behind.",
            defaultValue = "0")
    private long clockOffset;

    @Option(names = "--record-lag", description = "The age of every status, in seconds.", defaultValue = "0")
    private long recordLag;

    @Option(
            names = "--visible-after",
            description = "How long requests that name a new container are answered 404, in seconds.",
            defaultValue = "0")
    private long visibleAfter;

    @Option(names = "--cross-origin", description = "Lets the browser pages of other origins send requests.")
    private boolean crossOrigin;

    @Option(
            names = "--any-file-field",
            description = "Accepts a file in a form's field of any name, not only \"file\".")
    private boolean anyFileField;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private FaultOptions faults;

    @Option(names = "--print-requests", description = "Prints a line for each request.")
    private boolean printRequests;

    private Main() {}

    /** Runs until it is interrupted. Exits with 0; with 1 if it cannot run; with 2 if the arguments are wrong. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, FaultOptions::explain);
        return commandLine;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            // The process ends when this thread does.
            awaitQuietly(closed);
        }));
        try {
            return serveUntil(end);
        } finally {
            closed.countDown();
        }
    }

    private int serveUntil(CountDownLatch end) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (ApiVideoSimulator simulator = settings(out).start()) {
            faults.addTo(simulator.faults());
            out.println("Base URI: " + simulator.baseUri());
            out.println("API key:  " + simulator.apiKey());
            out.println("Page:     " + simulator.baseUri() + "/");
            faults.printSeed(out);
            out.println("Ctrl-C ends it.");
            out.flush();
            end.await();
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot listen on port " + port + ": " + reason(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static String reason(IOException failure) {
        return failure.getCause() instanceof BindException bind ? bind.getMessage() : failure.getMessage();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiVideoSimulator.Builder settings(PrintWriter out) {
        ApiVideoSimulator.Builder settings = ApiVideoSimulator.builder()
                .port(port)
                .apiKey(apiKey)
                .directory(directory)
                .tokenLifetime(Duration.ofSeconds(tokenLifetime))
                .assemblyTime(Duration.ofSeconds(assemblyTime))
                .encodingTime(Duration.ofSeconds(encodingTime))
                .encoding(EncodingScript.ofHeight(sourceHeight))
                .importTime(Duration.ofSeconds(importTime))
                .videoRestore(videoRestore)
                .listLag(Duration.ofSeconds(listLag))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(clockOffset)))
                .recordLag(Duration.ofSeconds(recordLag))
                .visibleAfter(Duration.ofSeconds(visibleAfter))
                .crossOrigin(crossOrigin)
                .anyFileField(anyFileField)
                .rateLimits(limits.rateLimits());
        return printRequests ? settings.onRequest(request -> print(out, request)) : settings;
    }

    private static synchronized void print(PrintWriter out, RecordedRequest request) {
        out.println(RequestLine.of(request));
        out.flush();
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"${COMMAND-NAME} " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
