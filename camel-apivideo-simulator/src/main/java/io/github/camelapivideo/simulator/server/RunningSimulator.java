// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.connection.ConnectionGate;
import io.github.camelapivideo.simulator.console.Console;
import io.github.camelapivideo.simulator.console.Controls;
import io.github.camelapivideo.simulator.console.Views;
import io.github.camelapivideo.simulator.injection.FaultInjection;
import io.github.camelapivideo.simulator.store.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;

/** One simulator. Starts, resets and stops its parts. Thread-safe; the caller that starts it closes it. */
public final class RunningSimulator implements AutoCloseable {

    private final SimulatorSettings settings;
    private final Path folder;
    private final ExecutorService background = Executors.newSingleThreadExecutor(RunningSimulator::daemon);
    private final EventClock events = new EventClock();
    private final LoopbackServer server;
    private final ServiceState state;
    private final Operations operations;

    private RunningSimulator(SimulatorSettings settings) {
        this.settings = settings;
        this.folder = settings.directory().map(Folders::create).orElseGet(Folders::createTemporary);
        this.server = new LoopbackServer(settings.port());
        this.state = new ServiceState(settings, folder, background, events.scheduler(), server::uri);
        this.operations = new Operations(settings, state, server::uri);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "apivideo-simulator-assembly");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts a simulator.
     *
     * @throws IOException if the port is taken
     */
    public static RunningSimulator start(SimulatorSettings settings) throws IOException {
        RunningSimulator simulator = new RunningSimulator(settings);
        try {
            simulator.server.start(simulator.entrance());
            simulator.events.start(simulator.operations.events());
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    /** The page stands before what lets other origins in: it is for its own only. */
    private Handler entrance() {
        Controls controls =
                new Controls(new Views(state.videos(), state.log()), state.faults(), this::account, this::reset);
        return new Console(controls, settings.choices().crossOrigin() ? CrossOrigin.allow(handler()) : handler());
    }

    private Map<String, String> account() {
        return Map.of("baseUri", uri().toString(), "apiKey", settings.apiKey());
    }

    private SimulatorHandler handler() {
        return new SimulatorHandler(
                operations.routes(),
                state.tokens(),
                state.limiter(),
                state.faults(),
                new FaultInjection(state.videos(), state.tokens(), server.gate(), settings.clock()),
                state.log(),
                Folders.create(folder.resolve("incoming")),
                settings.choices(),
                settings.clock());
    }

    public SimulatorSettings settings() {
        return settings;
    }

    /** The address without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    public ConnectionGate gate() {
        return server.gate();
    }

    /** The number of open connections. */
    public int connections() {
        return server.connections();
    }

    public ServiceState state() {
        return state;
    }

    /** Removes all state but the access tokens, and accepts connections. */
    public void reset() {
        gate().open();
        operations.clear();
        state.clear();
    }

    /** Stops listening, and deletes the received files unless the settings name a directory for them. */
    @Override
    public void close() {
        try {
            events.close();
            server.stop();
            if (settings.directory().isEmpty()) {
                state.videos().clear();
            }
            finishBackground();
        } finally {
            Folders.delete(settings.directory().isEmpty() ? folder : folder.resolve("incoming"));
        }
    }

    private void finishBackground() {
        background.shutdown();
        try {
            background.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
