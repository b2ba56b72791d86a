// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.EncodingScript;
import java.time.Duration;

/**
 * What happens to every container of the account. Validates its arguments: no time may be negative.
 *
 * @param visibleAfter from the creation of a container until requests that name it find it
 * @param assembly from the last byte of an upload until the status says that the video has arrived
 * @param imports from the creation of a container with a source until that has arrived
 * @param script how videos are encoded
 * @param encoding how much later than in the script each quality is encoded
 * @param restorable true if a deletion only discards a container
 */
public record VideoLife(
        Duration visibleAfter,
        Duration assembly,
        Duration imports,
        EncodingScript script,
        Duration encoding,
        boolean restorable) {

    public VideoLife {
        check("visibleAfter", visibleAfter);
        check("assemblyTime", assembly);
        check("importTime", imports);
        check("encodingTime", encoding);
        script = script.later(encoding);
    }

    private static void check(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + "=" + value + ": must not be negative");
        }
    }
}
