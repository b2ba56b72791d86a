// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.analytics;

import io.github.camelapivideo.simulator.answer.ServiceTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The period that figures are about; its end is outside. */
record Timeframe(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration LONGEST_OF_MINUTES = Duration.ofMinutes(60);
    private static final Duration LONGEST_OF_HOURS = Duration.ofDays(2);

    /** @param limited true if the period may not begin more than 30 days ago */
    static Timeframe of(DataQuery query, Instant now, boolean limited) {
        Instant to = time(query, "to").orElse(now);
        Instant from = time(query, "from").orElse(to.minus(USUAL));
        if (!from.isBefore(to)) {
            throw DataQuery.refusal("from", "It must be before the end of the period.");
        }
        if (limited && from.isBefore(now.minus(OLDEST))) {
            throw DataQuery.refusal("from", "It may be at most 30 days ago.");
        }
        return new Timeframe(from, to);
    }

    private static Optional<Instant> time(DataQuery query, String name) {
        try {
            return query.value(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException e) {
            throw DataQuery.refusal(name, "This value is not a valid date and time with an offset.");
        }
    }

    /** The interval that the query asks for: minutes only for less than an hour. */
    ChronoUnit interval(DataQuery query) {
        String usual = length().compareTo(LONGEST_OF_HOURS) <= 0 ? "hour" : "day";
        String interval =
                query.choice("interval", List.of("minute", "hour", "day")).orElse(usual);
        if (interval.equals("minute") && length().compareTo(LONGEST_OF_MINUTES) >= 0) {
            throw DataQuery.refusal("interval", "This interval cannot be used with a timeframe over 60 minutes.");
        }
        return ChronoUnit.valueOf(interval.toUpperCase(Locale.ROOT) + "S");
    }

    private Duration length() {
        return Duration.between(from, to);
    }

    /** The beginnings of the intervals, the first at or before the beginning of the period. */
    Stream<Instant> beginnings(ChronoUnit interval) {
        return Stream.iterate(from.truncatedTo(interval), time -> time.isBefore(to), time -> time.plus(1, interval));
    }

    Map<String, String> json() {
        return Map.of("from", ServiceTime.format(from), "to", ServiceTime.format(to));
    }
}
