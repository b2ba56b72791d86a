// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Date and time as the service writes them. */
public final class ServiceTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private ServiceTime() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
