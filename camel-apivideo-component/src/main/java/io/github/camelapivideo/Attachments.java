// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

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

    /** Those that are declared as videos; if there are none, those that may be some for all that is declared. */
    static List<VideoBody> videos(Exchange exchange) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        if (message == null || !message.hasAttachments()) {
            return List.of();
        }
        List<VideoBody> declared = those(message, type -> type.startsWith("video/"));
        return declared.isEmpty() ? those(message, type -> type.isEmpty() || MAY_BE_VIDEO.contains(type)) : declared;
    }

    private static List<VideoBody> those(AttachmentMessage message, Predicate<String> wanted) {
        return message.getAttachments().entrySet().stream()
                .filter(attachment -> wanted.test(type(attachment.getValue())))
                .map(Attachments::body)
                .toList();
    }

    private static String type(DataHandler data) {
        String type = Objects.toString(data.getContentType(), "");
        return type.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }

    private static VideoBody body(Map.Entry<String, DataHandler> attachment) {
        DataHandler data = attachment.getValue();
        return new VideoBody(data, ObjectHelper.isEmpty(data.getName()) ? attachment.getKey() : data.getName());
    }
}
