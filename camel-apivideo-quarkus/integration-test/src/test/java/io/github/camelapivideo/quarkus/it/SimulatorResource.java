// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.it;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

/** Starts the service before the application, and tells each where the other one is. */
public class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "sig_sec_ofTheApplication";

    private ApiVideoSimulator simulator;

    @Override
    public Map<String, String> start() {
        try {
            simulator = ApiVideoSimulator.builder()
                    .webhookRetryInterval(Duration.ofMillis(50))
                    .start();
            int port = freePort();
            return Map.of(
                    "camel.component.apivideo.base-uri", simulator.baseUri().toString(),
                    "camel.component.apivideo.api-key", simulator.apiKey(),
                    "webhook.secret", SECRET,
                    "quarkus.http.test-port", String.valueOf(port),
                    "application.url", "http://localhost:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The route registers its URL while the application starts, so the port must be known before.
    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(ApiVideoSimulator.class));
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
