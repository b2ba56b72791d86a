// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.internal.option.NamedValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.camel.util.TimeUtils;

/**
 * Where the first poll begins. Immutable.
 *
 * @param now true if the videos that exist at the first poll are not emitted
 * @param start videos before it are not emitted; null for no such time
 * @param ago the same as a time before the first start of the route; null for no such time
 */
record Since(boolean now, Instant start, Duration ago) {

    static final Since BEGINNING = new Since(false, null, null);

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final String CAMEL_DURATION = "(\\d{1,9}(d|h|m|s|ms))+";

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static Since of(String text) {
        return switch (text) {
            case "now" -> new Since(true, null, null);
            case "beginning" -> BEGINNING;
            default -> time(text);
        };
    }

    /** Returns the same with a time in place of a duration, which counts back from now by the clock of this machine. */
    Since at(Instant present) {
        return ago == null ? this : new Since(false, present.minus(ago), null);
    }

    private static Since time(String text) {
        try {
            if (text.matches(CAMEL_DURATION)) {
                return new Since(false, null, usable(Duration.ofMillis(TimeUtils.toMilliSeconds(text))));
            }
            return text.startsWith("P")
                    ? new Since(false, null, usable(Duration.parse(text)))
                    : new Since(false, OffsetDateTime.parse(withPlus(text)).toInstant(), null);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    NamedValue.of("since", text) + ": allowed are now, beginning, a time with its offset such as"
                            + " 2026-01-31T08:00:00Z, or a time before now such as 24h or PT24H",
                    e);
        }
    }

    private static Duration usable(Duration before) {
        if (before.isNegative() || before.compareTo(LONGEST) > 0) {
            throw new DateTimeException("negative, or too long");
        }
        return before;
    }

    // The + of an offset is a space in a URI.
    private static String withPlus(String text) {
        return text.replace(' ', '+');
    }
}
