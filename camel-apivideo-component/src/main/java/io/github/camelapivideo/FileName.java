// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/**
 * What the service is told the source is called: the last step of a path, without anything that could end a header.
 *
 * @param text null if nothing has a name
 */
record FileName(String text) {

    private static final String NAMELESS = "video";
    private static final String STEP = "\\.{1,2}";

    /** @param wanted what somebody chose; null to find a name in the exchange */
    static FileName of(Exchange exchange, String wanted) {
        return Stream.concat(Stream.ofNullable(wanted), BodyNames.of(exchange))
                .filter(Objects::nonNull)
                .map(BodyNames::lastStep)
                .filter(name -> !name.isBlank() && !name.matches(STEP))
                .findFirst()
                .map(FileName::new)
                .orElse(new FileName(null));
    }

    boolean known() {
        return text != null;
    }

    String orDefault() {
        return known() ? text : NAMELESS;
    }
}
