// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.text.LogSafe;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.util.ObjectHelper;

/**
 * The video of an exchange: its body, or the only attachment that can be a video if the body cannot be one (a text, a
 * form, nothing).
 *
 * @param content the body, or the data of the attachment
 * @param name the name of the attachment or the data; null if it has none
 */
public record VideoBody(Object content, String name) {

    private static final String VIDEO = "video/";

    // Both are optional dependencies: the classes that use them are loaded only if they are present.
    private static final boolean ACTIVATION = isLoadable("jakarta.activation.DataHandler");
    private static final boolean ATTACHMENTS = isLoadable("org.apache.camel.attachment.AttachmentMessage");

    private static boolean isLoadable(String type) {
        return ObjectHelper.loadClass(type, VideoBody.class.getClassLoader(), false) != null;
    }

    static VideoBody of(Exchange exchange) {
        List<VideoBody> attached = attached(exchange, VIDEO);
        return attached.size() == 1 ? attached.get(0) : ofBody(exchange);
    }

    /**
     * Returns the video for an upload.
     *
     * @throws IllegalArgumentException if it may be one of several attachments
     */
    public static VideoBody certain(Exchange exchange) {
        return certain(exchange, VIDEO, "the video");
    }

    /**
     * Returns the only file of a media type.
     *
     * @param mediaType the beginning of the media type of an attachment
     * @param what the file in words, for messages
     * @throws IllegalArgumentException if it may be one of several attachments
     */
    public static VideoBody certain(Exchange exchange, String mediaType, String what) {
        List<VideoBody> attached = attached(exchange, mediaType);
        if (attached.size() > 1) {
            throw new IllegalArgumentException("The message has " + attached.size()
                    + " attachments that may be " + what + ": "
                    + LogSafe.brief(attached.stream().map(VideoBody::name).collect(Collectors.joining(", ")))
                    + "; make one of them the body, or each in a split of getAttachments().values()");
        }
        return attached.isEmpty() ? ofBody(exchange) : attached.get(0);
    }

    private static VideoBody ofBody(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return isData(body) ? new VideoBody(body, DataBody.name(body)) : new VideoBody(body, null);
    }

    private static List<VideoBody> attached(Exchange exchange, String mediaType) {
        if (!ATTACHMENTS || mayBeVideo(exchange.getMessage().getBody())) {
            return List.of();
        }
        return Attachments.of(exchange, mediaType).stream()
                .map(attachment -> new VideoBody(attachment.data(), attachment.name()))
                .toList();
    }

    /** Returns whether a body is one of Jakarta Activation's, for {@link DataBody}. */
    static boolean isData(Object body) {
        return ACTIVATION && DataBody.fits(body);
    }

    private static boolean mayBeVideo(Object body) {
        if (body instanceof byte[] bytes) {
            return bytes.length > 0;
        }
        if (body instanceof ByteBuffer bytes) {
            return bytes.hasRemaining();
        }
        if (body instanceof StreamCache cache) {
            // A length of 0 is certain only for caches that are streams.
            return cache.length() != 0 || !(body instanceof InputStream);
        }
        return body instanceof WrappedFile<?>
                || body instanceof File
                || body instanceof Path
                || isData(body)
                || StreamReuseCheck.readOnceIn(body)
                        .filter(stream -> !(stream instanceof Reader))
                        .isPresent();
    }
}
