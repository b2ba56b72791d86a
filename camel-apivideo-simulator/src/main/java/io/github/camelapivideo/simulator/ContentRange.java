// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header {@code Content-Range} of an upload says. */
sealed interface ContentRange {

    /** There is none: the whole file. */
    record Whole() implements ContentRange {}

    /** @param total 0 while it is not known */
    record ByPart(long part, long total, boolean totalKnown) implements ContentRange {}

    /** @param total -1 while it is not known */
    record ByBytes(long from, long to, long total) implements ContentRange {}

    // The pattern of the service's API description; 18 digits keep the numbers in range.
    Pattern FORM = Pattern.compile(
            "(?:bytes (?<from>\\d{1,18})-(?<to>\\d{1,18})|part (?<part>\\d{1,18}))/(?<total>\\d{1,18}|\\*)");

    static ContentRange parse(String header) {
        if (header == null) {
            return new Whole();
        }
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            throw malformed(header);
        }
        boolean totalKnown = !form.group("total").equals("*");
        long total = totalKnown ? Long.parseLong(form.group("total")) : 0;
        if (form.group("part") != null) {
            return new ByPart(Long.parseLong(form.group("part")), total, totalKnown);
        }
        ByBytes bytes = new ByBytes(
                Long.parseLong(form.group("from")), Long.parseLong(form.group("to")), totalKnown ? total : -1);
        if (bytes.from() > bytes.to() || totalKnown && bytes.to() >= total) {
            throw malformed(header);
        }
        return bytes;
    }

    private static Refusal malformed(String header) {
        return ProblemType.RANGE_MALFORMED.because(
                "Content-Range",
                "'" + header + "' is neither 'part <part>/<total_parts>' nor 'bytes <from>-<to>/<total_bytes>'.");
    }
}
