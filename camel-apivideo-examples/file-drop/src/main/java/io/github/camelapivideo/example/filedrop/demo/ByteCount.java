// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Locale;

/** Reads and prints numbers of bytes: {@code 24MiB} in settings, {@code 24.0 MiB} and {@code 25.2 MB/s} on the screen. */
final class ByteCount {

    private static final String MIB_SUFFIX = "MiB";
    private static final long MIB = 1 << 20;

    private ByteCount() {}

    static long parse(String text) {
        String trimmed = text.trim();
        return trimmed.endsWith(MIB_SUFFIX)
                ? Math.multiplyExact(number(trimmed.substring(0, trimmed.length() - MIB_SUFFIX.length())), MIB)
                : number(trimmed);
    }

    static String text(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MIB);
    }

    static String rate(double bytesPerSecond) {
        return String.format(Locale.ROOT, "%.1f MB/s", bytesPerSecond / 1e6);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\": expected bytes, or a number with MiB", e);
        }
    }
}
