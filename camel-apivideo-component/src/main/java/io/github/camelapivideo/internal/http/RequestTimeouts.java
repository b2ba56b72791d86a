// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.time.Duration;

/**
 * For how long a request waits at each of its steps. Each limit is zero for no limit. Immutable.
 *
 * @param connect for a connection to one address, and then for each sign of life of its TLS handshake
 * @param stall for the connection to take more bytes of the body
 * @param answer for the whole answer, from the end of the body; null for two minutes, and for a body as much longer as
 *     its bytes take at {@link #SLOWEST_RATE}
 */
public record RequestTimeouts(Limit connect, Limit stall, Limit answer) {

    // A proxy may take a body at once and send it on at the speed of a line that many parts share.
    static final long SLOWEST_RATE = 256 * 1024;

    private static final Duration ANSWER = Duration.ofMinutes(2);

    /**
     * The longest that a step waits.
     *
     * @param option where it was set, for messages
     */
    public record Limit(Duration time, String option) {

        Limit plus(Duration more) {
            return new Limit(time.plus(more), option);
        }

        Limit twice() {
            return new Limit(time.multipliedBy(2), "twice " + option);
        }
    }

    /** @param length of the body, in bytes */
    Limit answerTo(long length) {
        return answer != null
                ? answer
                : new Limit(ANSWER, "answerTimeout").plus(Duration.ofSeconds(length / SLOWEST_RATE));
    }
}
