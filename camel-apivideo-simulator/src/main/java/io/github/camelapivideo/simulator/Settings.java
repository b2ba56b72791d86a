// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What a simulator was asked to be. */
record Settings(
        int port,
        Optional<Path> directory,
        String apiKey,
        Duration tokenLifetime,
        int wrongKeyStatus,
        RateLimits rateLimits,
        Duration encodingTime,
        Clock clock,
        Consumer<RecordedRequest> listener) {}
