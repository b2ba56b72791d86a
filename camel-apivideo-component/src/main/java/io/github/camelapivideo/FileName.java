// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.upload.OneLine;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/**
 * What the service is told the source is called: the last step of a path, without anything that could end a header.
 *
 * @param text null if nothing has a name
 */
record FileName(String text) {

    private static final String NAMELESS = "video";
    private static final String STEP = "\\.{1,2}";
    private static final String S3_KEY = "CamelAwsS3Key";

    /** @param wanted what somebody chose; null to find a name in the exchange */
    static FileName of(Exchange exchange, String wanted) {
        Message message = exchange.getMessage();
        return Stream.of(
                        wanted,
                        message.getHeader(Exchange.FILE_NAME_ONLY, String.class),
                        message.getHeader(Exchange.FILE_NAME, String.class),
                        message.getHeader(S3_KEY, String.class),
                        nameOf(message.getBody()))
                .filter(Objects::nonNull)
                .map(FileName::clean)
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

    private static String nameOf(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return nameOf(wrapped.getFile());
        }
        return body instanceof File file ? file.getName() : body instanceof Path path ? path.toString() : null;
    }

    private static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return OneLine.of(last);
    }
}
