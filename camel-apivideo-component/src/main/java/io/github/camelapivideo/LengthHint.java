// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What the headers say of the body's length: good for planning, never the truth. */
final class LengthHint {

    private static final List<String> HEADERS =
            List.of(Exchange.FILE_LENGTH, "CamelAwsS3ContentLength", Exchange.CONTENT_LENGTH);

    private LengthHint() {}

    static OptionalLong in(Message message) {
        return HEADERS.stream()
                .map(message::getHeader)
                .filter(Objects::nonNull)
                .map(value -> value.toString().trim())
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .filter(length -> length > 0)
                .findFirst();
    }
}
