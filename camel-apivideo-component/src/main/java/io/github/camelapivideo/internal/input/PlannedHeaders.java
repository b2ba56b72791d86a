// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.internal.option.NamedValue;
import java.util.HashMap;
import java.util.Map;

/** The values of a planned part, in place of its headers. Immutable. */
record PlannedHeaders(Map<String, String> values) {

    static PlannedHeaders of(PlannedPart part) {
        Map<String, String> values = new HashMap<>();
        values.put(ApiVideoConstants.VIDEO_ID, part.videoId());
        values.put(ApiVideoConstants.PART_NUMBER, String.valueOf(part.partNumber()));
        values.put(ApiVideoConstants.TOTAL_PARTS, String.valueOf(part.totalParts()));
        values.put(ApiVideoConstants.PART_LENGTH, String.valueOf(part.length()));
        values.put(ApiVideoConstants.PART_FROM, String.valueOf(part.from()));
        values.put(ApiVideoConstants.PART_FINGERPRINT, part.fingerprint());
        values.put(ApiVideoConstants.FILE_NAME, part.fileName());
        values.values().removeIf(value -> value == null);
        return new PlannedHeaders(Map.copyOf(values));
    }

    /**
     * Returns the value of a header.
     *
     * @param told the value of the exchange and the options; null if they have none
     * @throws IllegalArgumentException if they say another thing: it may be of another part
     */
    String value(String header, String told) {
        String planned = values.get(header);
        if (planned == null || told == null || told.isBlank()) {
            return planned == null ? told : planned;
        }
        if (!told.equals(planned) && !header.equals(ApiVideoConstants.FILE_NAME)) {
            throw new IllegalArgumentException(NamedValue.of(header, told) + ": the header "
                    + ApiVideoConstants.PLANNED_PART + " says " + planned + "; leave one of them out");
        }
        return told;
    }
}
