// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import java.time.Duration;

/**
 * How long the service needs for its work after a request. Validates its arguments: none may be negative.
 *
 * @param list from the creation of a container until the list of videos has it
 * @param record from the arrival of bytes until the status shows them
 * @param summary from the last byte until the summary is generated
 */
public record VideoDelays(Duration list, Duration record, Duration summary) {

    public VideoDelays {
        check("listLag", list);
        check("recordLag", record);
        check("summaryTime", summary);
    }

    private static void check(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + "=" + value + ": must not be negative");
        }
    }
}
