// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Content-Range} of an upload, parsed; the rules of the contract are not checked yet. */
public sealed interface ContentRange {

    // The pattern of the service's API description; 18 digits keep the numbers within a long.
    Pattern FORM = Pattern.compile(
            "(?:bytes (?<from>\\d{1,18})-(?<to>\\d{1,18})|part (?<part>\\d{1,18}))/(?<total>\\d{1,18}|\\*)");

    /** The number of the part that the request carries; 0 if it carries none. */
    int partNumber();

    /** No header: the file is the whole video. */
    record Whole() implements ContentRange {

        @Override
        public int partNumber() {
            return 1;
        }
    }

    /** @param total empty while it is unknown */
    record ByPart(long part, OptionalLong total) implements ContentRange {

        @Override
        public int partNumber() {
            return (int) Math.min(part, Integer.MAX_VALUE);
        }
    }

    /**
     * @param from the first byte
     * @param to the last byte, inclusive
     * @param total empty while it is unknown
     */
    record ByBytes(long from, long to, OptionalLong total) implements ContentRange {

        @Override
        public int partNumber() {
            return 0;
        }
    }

    /** @param header null if there is none */
    static ContentRange parse(String header) {
        if (header == null) {
            return new Whole();
        }
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            throw ProblemType.RANGE_MALFORMED.because(
                    "Content-Range",
                    "'" + header + "' is neither 'part <part>/<total_parts>' nor 'bytes <from>-<to>/<total_bytes>'.");
        }
        OptionalLong total = form.group("total").equals("*")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(form.group("total")));
        return form.group("part") != null
                ? new ByPart(Long.parseLong(form.group("part")), total)
                : new ByBytes(Long.parseLong(form.group("from")), Long.parseLong(form.group("to")), total);
    }
}
