// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulator as a program of its own. */
@Command(
        name = "apivideo-simulator",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description = "An api.video on this machine, on loopback only, for tests and demonstrations.",
        showDefaultValues = true)
public final class Main implements Callable<Integer> {

    private enum Limits {
        none,
        sandbox,
        production
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "Where to listen; 0 takes any free port.", defaultValue = "8642")
    private int port;

    @Option(names = "--directory", description = "Where to keep what is received; a temporary folder if not given.")
    private Path directory;

    @Option(names = "--api-key", description = "The key of the account.", defaultValue = "simulatorApiKey")
    private String apiKey;

    @Option(names = "--token-lifetime", description = "How many seconds an access token lives.", defaultValue = "3600")
    private long tokenLifetime;

    @Option(
            names = "--limits",
            description = "How many requests a minute are taken: ${COMPLETION-CANDIDATES}.",
            defaultValue = "none")
    private Limits limits;

    @Option(names = "--print-requests", description = "Print a line for each request.")
    private boolean printRequests;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            // The process is gone when this thread is.
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
            out.println("Base URI: " + simulator.baseUri());
            out.println("API key:  " + simulator.apiKey());
            out.println("Ctrl-C ends it.");
            out.flush();
            end.await();
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot listen on port " + port + ": " + e.getMessage());
            return 1;
        }
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
                .rateLimits(
                        switch (limits) {
                            case none -> RateLimits.none();
                            case sandbox -> RateLimits.sandbox();
                            case production -> RateLimits.production();
                        });
        return printRequests ? settings.onRequest(request -> print(out, request)) : settings;
    }

    private static synchronized void print(PrintWriter out, RecordedRequest request) {
        out.printf(
                "%s %s %s %s %d bytes -> %s%n",
                request.startedAt(),
                request.method(),
                request.path(),
                request.contentRange() == null ? "" : request.contentRange(),
                request.bodyBytes(),
                request.status() == 0
                        ? "cut"
                        : request.status() + (request.problemSlug() == null ? "" : " " + request.problemSlug()));
        out.flush();
    }
}
