// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import static io.github.camelapivideo.internal.upload.Pace.Budget.READS;
import static io.github.camelapivideo.internal.upload.Pace.Budget.UPLOADS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestPacerTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final MovableClock time = new MovableClock();
    private final RequestPacer pacer = new RequestPacer(time);

    private void answered(int remaining, Duration untilReset) {
        pacer.observe(UPLOADS, remaining, untilReset);
        pacer.end(UPLOADS);
    }

    @Test
    void everybodyMayGoBeforeTheFirstAnswer() {
        for (int request = 0; request < 1000; request++) {
            assertThat(pacer.begin(UPLOADS)).isZero();
        }
    }

    @Test
    void whenNothingIsLeftTheNextWaitsForTheNewWindow() {
        assertThat(pacer.begin(UPLOADS)).isZero();
        answered(0, MINUTE);
        assertThat(pacer.begin(UPLOADS)).isEqualTo(MINUTE);
        time.advance(Duration.ofSeconds(45));
        assertThat(pacer.begin(UPLOADS)).isEqualTo(Duration.ofSeconds(15));
        time.advance(Duration.ofSeconds(15));
        assertThat(pacer.begin(UPLOADS)).isZero();
    }

    @Test
    void whatIsUnderWayCountsUntilItIsAnswered() {
        assertThat(pacer.begin(UPLOADS)).isZero();
        answered(2, MINUTE);
        assertThat(pacer.begin(UPLOADS)).isZero();
        assertThat(pacer.begin(UPLOADS)).isZero();
        assertThat(pacer.begin(UPLOADS)).as("asks again soon").isPositive().isLessThan(Duration.ofSeconds(1));
        pacer.end(UPLOADS);
        assertThat(pacer.begin(UPLOADS)).as("one was never answered").isZero();
    }

    @Test
    void answersThatOvertakeEachOtherDoNotAddUp() {
        for (int request = 0; request < 3; request++) {
            assertThat(pacer.begin(UPLOADS)).isZero();
        }
        answered(0, MINUTE);
        answered(2, MINUTE);
        answered(1, Duration.ofMillis(59_500));
        assertThat(pacer.begin(UPLOADS)).isEqualTo(MINUTE);
    }

    @Test
    void aNewWindowBeginsWhenAnAnswerSaysSo() {
        assertThat(pacer.begin(UPLOADS)).isZero();
        answered(0, Duration.ofSeconds(3));
        assertThat(pacer.begin(READS)).as("another budget").isZero();
        pacer.observe(UPLOADS, 39, MINUTE);
        assertThat(pacer.begin(UPLOADS)).isZero();
    }
}
