// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.handler.ServiceChoices;
import io.github.camelapivideo.simulator.handler.VideoDelays;
import io.github.camelapivideo.simulator.store.VideoLife;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of one simulator. Validates its arguments.
 *
 * @param port 0 for any free port
 * @param directory for the received files; empty for a temporary folder
 * @param wrongKeyStatus the HTTP status for a wrong key or refresh token
 * @param webhookRetryInterval the time between the tries of one delivery
 * @param listener receives each request just before its answer is sent
 */
public record SimulatorSettings(
        int port,
        Optional<Path> directory,
        String apiKey,
        Duration tokenLifetime,
        int wrongKeyStatus,
        RateLimits rateLimits,
        VideoDelays delays,
        VideoLife life,
        Duration webhookRetryInterval,
        ServiceChoices choices,
        Clock clock,
        Consumer<RecordedRequest> listener) {

    public SimulatorSettings {
        check(port >= 0 && port <= 65_535, "port=" + port + ": allowed 0..65535");
        check(tokenLifetime.toSeconds() > 0, "tokenLifetime=" + tokenLifetime + ": at least a second");
        check(
                !webhookRetryInterval.isNegative(),
                "webhookRetryInterval=" + webhookRetryInterval + ": must not be negative");
    }

    private static void check(boolean met, String demand) {
        if (!met) {
            throw new IllegalArgumentException(demand);
        }
    }
}
