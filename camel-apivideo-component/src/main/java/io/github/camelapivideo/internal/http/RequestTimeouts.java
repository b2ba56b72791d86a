// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.time.Duration;

/**
 * The time limits of the steps of a request; zero for no limit. Immutable.
 *
 * @param connect the limit for connecting to one address, and then for each message of its TLS handshake
 * @param stall the limit for the connection to accept more bytes of the body
 * @param answer the limit for the whole answer, from the end of the body; null for two minutes, plus the time that the
 *     body takes at {@link #SLOWEST_RATE}
 */
public record RequestTimeouts(Limit connect, Limit stall, Limit answer) {

    // Bytes a second. A proxy may accept a body at once and forward it over a slow line that many parts share.
    static final long SLOWEST_RATE = 256 * 1024;

    private static final Duration ANSWER = Duration.ofMinutes(2);

    /**
     * The time limit of one step.
     *
     * @param time the longest time of the step
     * @param option the option that sets it, for messages
     */
    public record Limit(Duration time, String option) {

        Limit plus(Duration more) {
            return new Limit(time.plus(more), option);
        }

        Limit twice() {
            return new Limit(time.multipliedBy(2), "twice " + option);
        }
    }

    /** Returns the limit for the answer to a request whose body has this length in bytes. */
    Limit answerTo(long length) {
        return answer != null
                ? answer
                : new Limit(ANSWER, "answerTimeout").plus(Duration.ofSeconds(length / SLOWEST_RATE));
    }
}
