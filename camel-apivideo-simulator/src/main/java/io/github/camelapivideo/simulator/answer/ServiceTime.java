// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Formats date and time as the service does. */
public final class ServiceTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private ServiceTime() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
