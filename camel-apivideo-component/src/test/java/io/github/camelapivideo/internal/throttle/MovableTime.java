// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Time as the test wants it, in nanoseconds since whenever; it is about to run over, as it may. */
final class MovableTime implements LongSupplier {

    private long now = Long.MAX_VALUE - Duration.ofSeconds(10).toNanos();

    void advance(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
