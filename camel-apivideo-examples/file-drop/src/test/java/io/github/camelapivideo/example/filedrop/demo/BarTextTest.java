// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarTextTest {

    @Test
    void showsNamePercentRateAndParts() {
        assertThat(BarText.ASCII.of(progress(State.RUNNING, 50, 100, 3, 6), 79))
                .isEqualTo("clock.mp4        ############............  50 %   25.0 MB/s  parts  3/6        ");
    }

    @Test
    void saysHowItEnded() {
        assertThat(BarText.ASCII.of(progress(State.COMPLETED, 100, 100, 6, 6), 79))
                .contains("########################", "100 %", "6/6")
                .endsWith("done  ");
        assertThat(BarText.ASCII.of(progress(State.FAILED, 50, 100, 3, 6), 79)).endsWith("failed");
    }

    @Test
    void showsWhatIsKnownOfAStream() {
        assertThat(BarText.ASCII.of(progress(State.RUNNING, 50, -1, 3, -1), 79))
                .contains("........................", "? %", "parts  3/?");
    }

    @Test
    void shortensALongName() {
        UploadProgress progress = new UploadProgress(
                "1",
                "a-very-long-name-of-a-video.mp4",
                "vi1",
                State.RUNNING,
                0,
                0,
                100,
                0,
                1,
                Duration.ZERO,
                0,
                0,
                Duration.ZERO,
                null);

        assertThat(BarText.BLOCKS.of(progress, 79))
                .startsWith("a-very-long-name \u2591")
                .hasSize(79);
    }

    @Test
    void leavesOutTheBarInANarrowPlace() {
        assertThat(BarText.ASCII.of(progress(State.RUNNING, 50, 100, 3, 6), 40))
                .isEqualTo("clock.mp4        50 %   25.0 MB/s  parts");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 40, 59, 60, 61, 80, 200})
    void isNeverWiderThanThePlace(int width) {
        assertThat(BarText.ASCII.of(progress(State.RUNNING, 50, 100, 3, 6), width))
                .hasSizeLessThanOrEqualTo(width);
    }

    private static UploadProgress progress(State state, long done, long length, int parts, int totalParts) {
        long mega = 1_000_000;
        return new UploadProgress(
                "1",
                "clock.mp4",
                "vi1",
                state,
                done * mega,
                0,
                length < 0 ? -1 : length * mega,
                parts,
                totalParts,
                Duration.ofSeconds(2),
                0,
                0,
                Duration.ZERO,
                null);
    }
}
