// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/** What the headers say of the body's length: good for planning, never the truth. */
final class LengthHint {

    private static final List<String> HEADERS =
            List.of(Exchange.FILE_LENGTH, "CamelAwsS3ContentLength", Exchange.CONTENT_LENGTH);

    private LengthHint() {}

    /** How long a body is, or by its headers is said to be. */
    static OptionalLong ofBody(Message message) {
        Object body = message.getBody();
        Object content = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
        if (content instanceof File file && file.isFile()) {
            return OptionalLong.of(file.length());
        }
        if (content instanceof Path path && Files.isRegularFile(path)) {
            return OptionalLong.of(path.toFile().length());
        }
        return content instanceof byte[] bytes ? OptionalLong.of(bytes.length) : in(message);
    }

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
