// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.api.UploadProgress;
import java.util.Locale;

/**
 * One upload as one line: name, bar, percent, rate, parts. Pure.
 *
 * @param full the character of the sent part of a bar
 * @param empty the character of the rest
 */
record BarText(char full, char empty) {

    static final BarText BLOCKS = new BarText('\u2588', '\u2591');
    static final BarText ASCII = new BarText('#', '.');

    private static final int NAME = 16;
    private static final int SHORTEST_BAR = 5;

    /** Returns the line, at most {@code width} characters long. A narrow line leaves out the bar, then its own end. */
    String of(UploadProgress progress, int width) {
        String name = String.format("%-" + NAME + "." + NAME + "s ", progress.fileName());
        String numbers = numbers(progress);
        int room = width - name.length() - numbers.length();
        String line =
                room < SHORTEST_BAR ? name + numbers.stripLeading() : name + bar(progress.percent(), room) + numbers;
        return line.substring(0, Math.min(line.length(), Math.max(width, 0)));
    }

    private String bar(int percent, int room) {
        int done = Math.max(percent, 0) * room / 100;
        return String.valueOf(full).repeat(done) + String.valueOf(empty).repeat(room - done);
    }

    private static String numbers(UploadProgress progress) {
        return String.format(
                Locale.ROOT,
                " %s %11s  parts %2d/%-2s %s",
                percent(progress.percent()),
                ByteCount.rate(progress.bytesPerSecond()),
                progress.parts(),
                progress.totalParts() < 0 ? "?" : progress.totalParts(),
                ending(progress.state()));
    }

    private static String percent(int percent) {
        return percent < 0 ? "  ? %" : String.format(Locale.ROOT, "%3d %%", percent);
    }

    private static String ending(UploadProgress.State state) {
        return switch (state) {
            case WAITING, PREPARING, RUNNING, FINISHING -> "      ";
            case COMPLETED -> "done  ";
            case FAILED -> "failed";
        };
    }
}
