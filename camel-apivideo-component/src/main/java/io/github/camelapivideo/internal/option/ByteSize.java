// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes with units, such as {@code 16MiB}. */
public final class ByteSize {

    public static final long AUTO = 0;

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,3})?)\\s*(B|KiB|MiB|GiB)?");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private ByteSize() {}

    /** @return bytes, or {@link #AUTO} */
    public static long parse(String option, String text) {
        if (text == null || text.equals("auto")) {
            return AUTO;
        }
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches() || new BigDecimal(form.group(1)).signum() == 0) {
            throw new IllegalArgumentException(NamedValue.of(option, text)
                    + ": allowed is auto, a number of bytes, or a number with KiB, MiB or GiB");
        }
        long unit = form.group(2) == null ? 1 : UNITS.get(form.group(2));
        return new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    }
}
