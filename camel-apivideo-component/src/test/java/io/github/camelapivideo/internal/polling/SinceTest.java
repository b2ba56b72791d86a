// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where polls begin, as the option says it. */
class SinceTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-30T10:00:00Z,2026-01-30T10:00:00Z",
        "2026-01-30T10:00:00+01:00,2026-01-30T09:00:00Z",
        "2026-01-30T10:00:00 01:00,2026-01-30T09:00:00Z",
        "24h,2026-01-30T12:00:00Z",
        "1h30m,2026-01-31T10:30:00Z",
        "PT24H,2026-01-30T12:00:00Z",
        "P1D,2026-01-30T12:00:00Z"
    })
    void aTimeIsReadAndADurationCountsBack(String text, Instant start) {
        assertThat(Since.of(text).at(NOON)).isEqualTo(new Since(false, start, null));
    }

    @Test
    void nowAndTheBeginningHaveNoTime() {
        assertThat(Since.of("now").at(NOON)).isEqualTo(new Since(true, null, null));
        assertThat(Since.of("beginning").at(NOON)).isEqualTo(new Since(false, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-01-30",
                "2026-01-30T10:00:00",
                "24",
                "-1h",
                "PT-1H",
                "P",
                "999999999999h",
                "PT9999999999999H",
                "5s5h",
                "999999999d"
            })
    void whatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> Since.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed are now, beginning, a time with its offset");
    }
}
