// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import static io.github.camelapivideo.internal.call.RequestGate.Budget.READS;
import static io.github.camelapivideo.internal.call.RequestGate.Budget.SMALL_FILES;
import static io.github.camelapivideo.internal.call.RequestGate.Budget.UPLOADS;
import static io.github.camelapivideo.internal.call.RequestGate.Budget.WRITES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitWindowsTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final int LIMIT = 40;

    private final MovableTime time = new MovableTime();
    private final RateLimitWindows windows = new RateLimitWindows(time);

    private void answered(int remaining, Duration untilReset) {
        windows.observe(UPLOADS, new RateLimit(LIMIT, remaining, untilReset));
        windows.end(UPLOADS);
    }

    /** How many may go of very many that ask. */
    private int going() {
        for (int number = 0; number < 1000; number++) {
            if (!windows.begin(UPLOADS).isZero()) {
                return number;
            }
        }
        return 1000;
    }

    @Test
    void beforeTheFirstAnswerAFewFindOut() {
        assertThat(going()).isEqualTo(RateLimitWindows.PROBES);
        assertThat(windows.begin(READS)).as("another budget").isZero();
        answered(30, MINUTE);
        assertThat(going()).as("30, without those under way").isEqualTo(30 - (RateLimitWindows.PROBES - 1));
    }

    @Test
    void whoFindsOutAndIsNotAnsweredMakesRoomForAnother() {
        assertThat(going()).isEqualTo(RateLimitWindows.PROBES);
        windows.end(UPLOADS);
        assertThat(going()).isEqualTo(1);
    }

    @Test
    void whoSendsForLongLeavesItsPlaceToOthersThatFindOut() {
        assertThat(going()).isEqualTo(RateLimitWindows.PROBES);
        time.advance(RateLimitWindows.PROBE_KEPT.minusNanos(1));
        assertThat(going()).isZero();
        time.advance(Duration.ofNanos(1));
        assertThat(going()).isEqualTo(RateLimitWindows.PROBES);
    }

    @Test
    void whereNoAnswerSpeaksOfLimitsEverybodyMayGo() {
        assertThat(windows.begin(UPLOADS)).isZero();
        windows.observeNothing(UPLOADS);
        windows.end(UPLOADS);
        assertThat(going()).isEqualTo(1000);
    }

    @Test
    void onceAnAnswerHasSpokenOfLimitsSilenceChangesNothing() {
        assertThat(windows.begin(UPLOADS)).isZero();
        answered(0, MINUTE);
        windows.observeNothing(UPLOADS);
        assertThat(going()).isZero();
        time.advance(MINUTE);
        assertThat(going()).isEqualTo(RateLimitWindows.PROBES);
    }

    @Test
    void whenNothingIsLeftTheNextWaitsForTheNewWindow() {
        assertThat(windows.begin(UPLOADS)).isZero();
        answered(0, MINUTE);
        assertThat(windows.begin(UPLOADS)).isEqualTo(MINUTE);
        time.advance(Duration.ofSeconds(45));
        assertThat(windows.begin(UPLOADS)).isEqualTo(Duration.ofSeconds(15));
        time.advance(Duration.ofSeconds(15));
        assertThat(windows.begin(UPLOADS)).isZero();
    }

    @Test
    void aNewWindowIsOpenedByAFewAndAllThatItHasGoWhenTheyAreAnswered() {
        assertThat(windows.begin(UPLOADS)).isZero();
        answered(0, MINUTE);
        time.advance(MINUTE);
        assertThat(going()).isEqualTo(RateLimitWindows.PROBES);
        answered(LIMIT - 1, MINUTE);
        assertThat(going()).isEqualTo(LIMIT - RateLimitWindows.PROBES);
    }

    @Test
    void noMoreGoIntoANewWindowThanItHas() {
        assertThat(windows.begin(UPLOADS)).isZero();
        windows.observe(UPLOADS, new RateLimit(5, 0, MINUTE));
        windows.end(UPLOADS);
        time.advance(MINUTE);
        assertThat(going()).isEqualTo(5);
        time.advance(MINUTE);
        assertThat(going()).as("nobody was answered").isZero();
    }

    @Test
    void whatIsUnderWayCountsUntilItIsAnswered() {
        assertThat(windows.begin(UPLOADS)).isZero();
        answered(2, MINUTE);
        assertThat(windows.begin(UPLOADS)).isZero();
        assertThat(windows.begin(UPLOADS)).isZero();
        assertThat(windows.begin(UPLOADS)).as("asks again soon").isPositive().isLessThan(Duration.ofSeconds(1));
        windows.end(UPLOADS);
        assertThat(windows.begin(UPLOADS)).as("one was never answered").isZero();
    }

    @Test
    void answersThatOvertakeEachOtherDoNotAddUp() {
        for (int request = 0; request < 3; request++) {
            assertThat(windows.begin(UPLOADS)).isZero();
        }
        answered(0, MINUTE);
        answered(2, MINUTE);
        answered(1, Duration.ofMillis(59_500));
        assertThat(windows.begin(UPLOADS)).isEqualTo(MINUTE);
    }

    @Test
    void aNewWindowBeginsWhenAnAnswerSaysSo() {
        assertThat(windows.begin(UPLOADS)).isZero();
        answered(0, Duration.ofSeconds(3));
        windows.observe(UPLOADS, new RateLimit(LIMIT, 39, MINUTE));
        assertThat(windows.begin(UPLOADS)).isZero();
    }

    @Test
    void aWindowThatIsSaidToEndInAnHourIsNotBelieved() {
        assertThat(windows.begin(UPLOADS)).isZero();
        answered(0, Duration.ofHours(1));
        assertThat(windows.begin(UPLOADS)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void smallFilesCountAsUploadsAndAsWrites() {
        windows.observe(UPLOADS, new RateLimit(LIMIT, 2, MINUTE));
        windows.observe(WRITES, new RateLimit(LIMIT, 3, MINUTE));
        assertThat(windows.begin(SMALL_FILES)).isZero();
        assertThat(windows.begin(UPLOADS)).isZero();
        assertThat(windows.begin(UPLOADS)).isPositive();
        assertThat(windows.begin(WRITES)).isZero();
        assertThat(windows.begin(SMALL_FILES)).as("no upload is left").isPositive();
        assertThat(windows.begin(WRITES)).as("a refused file takes no write").isZero();
        assertThat(windows.begin(WRITES)).isPositive();
    }

    @Test
    void theAnswerToASmallFileGivesNoUploadsBack() {
        windows.observe(UPLOADS, new RateLimit(LIMIT, 2, MINUTE.dividedBy(4)));
        assertThat(windows.begin(SMALL_FILES)).isZero();
        windows.observe(SMALL_FILES, new RateLimit(200, 150, MINUTE));
        windows.end(SMALL_FILES);
        assertThat(going()).isEqualTo(2);
    }
}
