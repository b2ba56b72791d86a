// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import jakarta.activation.DataHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.util.ObjectHelper;

/** The attachments of a message, of which one may be the video. */
final class Attachments {

    private static final Set<String> MAY_BE_VIDEO = Set.of(
            "application/octet-stream",
            "binary/octet-stream",
            "application/mp4",
            "application/mxf",
            "application/ogg",
            "application/x-matroska");

    private Attachments() {}

    /** An attachment and its name. */
    record Attachment(Object data, String name) {}

    /**
     * Returns the attachments that are declared with a media type, such as {@code video/}; if none is, those whose type
     * does not exclude it.
     */
    static List<Attachment> of(Exchange exchange, String mediaType) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        if (message == null || !message.hasAttachments()) {
            return List.of();
        }
        List<Attachment> declared = those(message, type -> type.startsWith(mediaType));
        return declared.isEmpty() ? those(message, type -> type.isEmpty() || MAY_BE_VIDEO.contains(type)) : declared;
    }

    private static List<Attachment> those(AttachmentMessage message, Predicate<String> wanted) {
        return message.getAttachments().entrySet().stream()
                .filter(attachment -> wanted.test(type(attachment.getValue())))
                .map(Attachments::named)
                .toList();
    }

    private static String type(DataHandler data) {
        String type = Objects.toString(data.getContentType(), "");
        return type.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }

    private static Attachment named(Map.Entry<String, DataHandler> attachment) {
        DataHandler data = attachment.getValue();
        return new Attachment(data, ObjectHelper.isEmpty(data.getName()) ? attachment.getKey() : data.getName());
    }
}
