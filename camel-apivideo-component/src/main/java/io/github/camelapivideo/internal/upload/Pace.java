// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.time.Duration;

/** How fast an account may ask. Thread-safe; shared by everything that uses the account. */
public interface Pace {

    /** The service counts requests of different kinds apart. */
    enum Budget {
        UPLOADS,
        WRITES,
        READS
    }

    /** Whoever asks may. */
    Pace FREE = new Pace() {
        @Override
        public Duration begin(Budget budget) {
            return Duration.ZERO;
        }

        @Override
        public void end(Budget budget) {
            // Nothing was counted.
        }
    };

    /**
     * Asks for a turn.
     *
     * @return zero if the request may go now, and is to be followed by {@link #end}; else how long to wait before the
     *     next asking
     */
    Duration begin(Budget budget);

    /** The request has been answered, or will not be. */
    void end(Budget budget);
}
