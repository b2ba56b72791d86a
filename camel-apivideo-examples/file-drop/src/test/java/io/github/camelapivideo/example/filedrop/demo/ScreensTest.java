// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

class ScreensTest {

    private static final String UP_ONE = "\u001b[1A";
    private static final String UP_TWO = "\u001b[2A";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aPipeGetsALineAtEachQuarterAndAtTheEnd() {
        try (Screen screen = new LineScreen(new PrintStream(written, true, StandardCharsets.UTF_8))) {
            for (int percent = 0; percent <= 100; percent++) {
                screen.onProgress(progress("1", State.RUNNING, percent));
            }
            screen.onProgress(progress("1", State.COMPLETED, 100));
        }

        assertThat(text().lines())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).contains("  0 %"),
                        line -> assertThat(line).contains(" 25 %"),
                        line -> assertThat(line).contains(" 50 %"),
                        line -> assertThat(line).contains(" 75 %"),
                        line -> assertThat(line).contains("100 %").endsWith("done"));
    }

    @Test
    void onlyATerminalIsWatched() throws IOException {
        try (Screen terminal = terminal();
                Screen pipe = new LineScreen(new PrintStream(written))) {
            assertThat(terminal.isTerminal()).isTrue();
            assertThat(pipe.isTerminal()).isFalse();
        }
    }

    @Test
    void aTerminalRedrawsItsBarsInPlace() throws IOException {
        try (Screen screen = terminal()) {
            screen.onProgress(progress("1", State.RUNNING, 10));
            screen.onProgress(progress("2", State.RUNNING, 20));
            assertThat(take()).contains(UP_ONE).doesNotContain(UP_TWO);

            screen.onProgress(progress("1", State.RUNNING, 30));
            assertThat(take()).contains(UP_TWO, "30 %", "20 %");
        }
    }

    @Test
    void textComesAboveBarsThatMove() throws IOException {
        try (Screen screen = terminal()) {
            screen.onProgress(progress("1", State.RUNNING, 10));
            take();

            screen.print("a warning");

            assertThat(take()).containsSubsequence(UP_ONE, "a warning", "10 %");
        }
    }

    @Test
    void textComesBelowBarsThatHaveEnded() throws IOException {
        try (Screen screen = terminal()) {
            screen.onProgress(progress("1", State.COMPLETED, 100));
            take();

            screen.print("the summary");

            assertThat(take()).contains("the summary").doesNotContain(UP_ONE, "100 %");
        }
    }

    @Test
    void aTerminalThatTellsNoWidthGetsWholeBars() throws IOException {
        try (Screen screen = terminal(new Size(0, 0))) {
            screen.onProgress(progress("1", State.RUNNING, 10));
            assertThat(text()).contains("clock.mp4");
        }
    }

    @Test
    void aLogIsCutIntoLines() {
        StringBuilder lines = new StringBuilder();
        new PrintStream(
                        new LineStream(line -> lines.append('[').append(line).append(']')),
                        true,
                        StandardCharsets.UTF_8)
                .print("first\r\nsecond \u00e9\nopen");

        assertThat(lines).hasToString("[first][second \u00e9]");
    }

    private Screen terminal() throws IOException {
        return terminal(new Size(80, 24));
    }

    private Screen terminal(Size size) throws IOException {
        LineDisciplineTerminal terminal =
                new LineDisciplineTerminal("test", "xterm-256color", written, StandardCharsets.UTF_8);
        terminal.setSize(size);
        return new BarScreen(terminal);
    }

    private String take() {
        String text = text();
        written.reset();
        return text;
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static UploadProgress progress(String uploadId, State state, int percent) {
        return new UploadProgress(
                uploadId,
                "clock.mp4",
                "vi1",
                state,
                percent,
                0,
                100,
                percent / 10,
                10,
                Duration.ofSeconds(1),
                0,
                0,
                Duration.ZERO,
                null);
    }
}
