// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What a simulator was asked to be. */
public record SimulatorSettings(
        int port,
        Optional<Path> directory,
        String apiKey,
        Duration tokenLifetime,
        int wrongKeyStatus,
        RateLimits rateLimits,
        Duration assemblyTime,
        Duration encodingTime,
        Duration listLag,
        Duration recordLag,
        Duration visibleAfter,
        Clock clock,
        Consumer<RecordedRequest> listener) {

    public SimulatorSettings {
        check(port >= 0 && port <= 65_535, "port=" + port + ": allowed 0..65535");
        check(tokenLifetime.toSeconds() > 0, "tokenLifetime=" + tokenLifetime + ": at least a second");
        check(!assemblyTime.isNegative(), "assemblyTime=" + assemblyTime + ": must not be negative");
        check(!listLag.isNegative(), "listLag=" + listLag + ": must not be negative");
        check(!recordLag.isNegative(), "recordLag=" + recordLag + ": must not be negative");
        check(!visibleAfter.isNegative(), "visibleAfter=" + visibleAfter + ": must not be negative");
        check(!encodingTime.isNegative(), "encodingTime=" + encodingTime + ": must not be negative");
    }

    private static void check(boolean met, String demand) {
        if (!met) {
            throw new IllegalArgumentException(demand);
        }
    }
}
