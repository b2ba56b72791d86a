// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.time.Duration;

/**
 * What an answer says of the requests of its kind.
 *
 * @param limit how many there are in a window; {@link #UNKNOWN} if it does not say
 * @param remaining how many of them are left; {@link #UNKNOWN} if it does not say
 * @param untilReset for how long that is so
 */
public record RateLimit(int limit, int remaining, Duration untilReset) {

    public static final int UNKNOWN = -1;

    public boolean isTold() {
        return remaining != UNKNOWN;
    }
}
