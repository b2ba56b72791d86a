// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.Video;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightingTest {

    private static final Instant LATEST = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:00:00+00:00", "2026-01-31T13:00:00.000+01:00", "2019-12-16T08:25:51Z"})
    void theTimeOfTheServiceIsThatOfTheMoment(String time) {
        assertThat(sighting("vi1", time).time()).isBeforeOrEqualTo(LATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:00:01+00:00", "2099-01-01T00:00:00Z", "2024-08-151T00:00:00Z", ""})
    void aTimeThatNoClockShowsIsNone(String time) {
        assertThat(sighting("vi1", time).time()).isNull();
    }

    @Test
    void aVideoWithATimeInTheFutureHidesNoOther() {
        Tail tail = new Tail(Since.of("beginning"), false);
        Sighting future = sighting("vi1", "2099-01-01T00:00:00Z");
        Sighting usual = sighting("vi2", "2026-01-31T11:00:00Z");

        assertThat(tail.take(List.of(future), future.time())).containsExactly(future);
        assertThat(tail.take(List.of(usual, future), usual.time())).containsExactly(usual);
    }

    private static Sighting sighting(String videoId, String createdAt) {
        Video video = new ObjectMapper().convertValue(Map.of("videoId", videoId, "createdAt", createdAt), Video.class);
        return Sighting.of(video, Emit.created, LATEST);
    }
}
