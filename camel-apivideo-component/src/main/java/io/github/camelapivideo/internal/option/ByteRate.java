// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates in bytes or bits a second, such as {@code 50MB/s}. */
public final class ByteRate {

    public static final long UNLIMITED = 0;

    // With less, a connection stands still for so long that the service may close it.
    private static final BigDecimal LEAST = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal BITS = BigDecimal.valueOf(8);

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)\\s*(B|kB|MB|GB|KiB|MiB|GiB|bit|kbit|Mbit|Gbit)/s");

    private static final Map<String, Long> PREFIXES = Map.of(
            "", 1L, "k", 1000L, "M", 1_000_000L, "G", 1_000_000_000L, "Ki", 1L << 10, "Mi", 1L << 20, "Gi", 1L << 30);

    private ByteRate() {}

    /**
     * Reads a rate.
     *
     * @return bytes a second, or {@link #UNLIMITED} if the text is null or blank
     * @throws IllegalArgumentException if the text is no rate of 1 kB/s or more
     */
    public static long parse(String option, String text) {
        if (text == null || text.isBlank()) {
            return UNLIMITED;
        }
        Matcher form = FORM.matcher(text.trim());
        BigDecimal rate = form.matches() ? rate(form.group(1), form.group(2)) : BigDecimal.ZERO;
        if (rate.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(NamedValue.of(option, text)
                    + ": allowed is a number with B/s, kB/s, MB/s, GB/s, KiB/s, MiB/s, GiB/s, bit/s, kbit/s, Mbit/s or"
                    + " Gbit/s, from 1kB/s, or nothing for no limit");
        }
        return rate.min(MOST).longValue();
    }

    private static BigDecimal rate(String number, String unit) {
        boolean bits = unit.endsWith("bit");
        String prefix = unit.substring(0, unit.length() - (bits ? "bit" : "B").length());
        BigDecimal rate = new BigDecimal(number).multiply(BigDecimal.valueOf(PREFIXES.get(prefix)));
        return bits ? rate.divide(BITS, 0, RoundingMode.DOWN) : rate;
    }
}
