// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.filedrop.demo.Service.Received;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final SourceVideo SOURCE = new SourceVideo("clock.mp4", 1 << 20, "abc");
    private static final Outcome UPLOADED = new Outcome("clock.mp4", "vi1", "http://player/vi1", 3, null);
    private static final Outcome FAILED = new Outcome("clock.mp4", null, null, 0, "Part 2 was answered with 403");

    @Test
    void isGoodIfTheSameBytesArrived() {
        Summary summary = summary(UPLOADED, new Received(1 << 20, "abc"), true);

        assertThat(summary.exitStatus()).isZero();
        assertThat(summary.text())
                .contains("  video     vi1", "  player    http://player/vi1", "  sent      abc", "  received  abc")
                .containsSequence(
                        "  compared  same",
                        "",
                        "1 of 1 videos arrived: 1.0 MiB in 2.5 s",
                        "Their files are in " + Path.of("here", "done"));
    }

    @Test
    void isBadIfOtherBytesArrived() {
        Summary summary = summary(UPLOADED, new Received(1 << 20, "abd"), true);

        assertThat(summary.exitStatus()).isOne();
        assertThat(summary.text()).contains("  received  abd", "  compared  DIFFERENT");
    }

    @Test
    void isBadIfTheVideoIsIncomplete() {
        Summary summary = summary(UPLOADED, null, true);

        assertThat(summary.exitStatus()).isOne();
        assertThat(summary.text()).contains("  received  INCOMPLETE");
    }

    @Test
    void trustsAServiceThatDoesNotTell() {
        Summary summary = summary(UPLOADED, null, false);

        assertThat(summary.exitStatus()).isZero();
        assertThat(summary.text()).contains("  received  (SHA-256 unknown: the service does not report it)");
    }

    @Test
    void namesTheReasonOfAFailure() {
        Summary summary = summary(FAILED, null, true);

        assertThat(summary.exitStatus()).isOne();
        assertThat(summary.text()).contains("clock.mp4  FAILED", "  Part 2 was answered with 403");
        assertThat(summary.text())
                .contains("0 of 1 videos arrived: 0.0 MiB in 2.5 s")
                .endsWith("Those that failed are in " + Path.of("here", "failed"));
    }

    @Test
    void fitsIntoEightyColumns() {
        String digest = "0123456789abcdef".repeat(4);
        Outcome uploaded = new Outcome("clock.mp4", "vi1", "http://player/vi1", 3, null);
        Summary summary = new Summary(
                List.of(new Summary.Line(
                        new SourceVideo("clock.mp4", 1 << 20, digest), uploaded, new Received(1 << 20, digest), true)),
                Path.of("target", "file-drop"),
                Duration.ofMinutes(2));

        assertThat(summary.text()).contains("  received  " + digest).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(80));
    }

    private static Summary summary(Outcome outcome, Received received, boolean reported) {
        return new Summary(
                List.of(new Summary.Line(SOURCE, outcome, received, reported)),
                Path.of("here"),
                Duration.ofMillis(2500));
    }
}
