// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator for one test and a client of its account. Starts at once; JUnit closes it after the test. */
public final class SimulatorFixture implements AfterEachCallback {

    private ApiVideoSimulator simulator;
    private Client client;

    private SimulatorFixture(UnaryOperator<ApiVideoSimulator.Builder> settings) {
        open(settings);
    }

    private void open(UnaryOperator<ApiVideoSimulator.Builder> settings) {
        try {
            simulator = settings.apply(ApiVideoSimulator.builder()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = Client.of(simulator);
    }

    /** With the default settings. */
    public static SimulatorFixture start() {
        return start(settings -> settings);
    }

    public static SimulatorFixture start(UnaryOperator<ApiVideoSimulator.Builder> settings) {
        return new SimulatorFixture(settings);
    }

    /** Replaces the simulator and its client by new ones, for a test that needs other settings. */
    public SimulatorFixture restart(UnaryOperator<ApiVideoSimulator.Builder> settings) {
        simulator.close();
        open(settings);
        return this;
    }

    public ApiVideoSimulator simulator() {
        return simulator;
    }

    /** A client with the account's API key. */
    public Client client() {
        return client;
    }

    /** A client without credentials. */
    public Client anonymous() {
        return Client.of(simulator, null);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        simulator.close();
    }
}
