// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.internal.call.Cancellation;

/** Port: the account's containers. Thread-safe. */
@FunctionalInterface
public interface Videos {

    /** The calls on them, each of which ends early, as if it were not answered, when the abort says so. */
    VideoApi until(Cancellation cancellation);
}
