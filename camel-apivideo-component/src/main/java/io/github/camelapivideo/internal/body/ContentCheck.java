// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.Reader;
import javax.xml.transform.stream.StreamSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The check of bodies that do not look like videos. */
public enum ContentCheck {
    warn,
    strict,
    off;

    private static final Logger LOG = LoggerFactory.getLogger(ContentCheck.class);

    /**
     * Refuses a body that was decoded as text, so that the bytes of a video would be lost.
     *
     * @throws IllegalArgumentException if it is one
     */
    public void checkBody(Object body) {
        Object content = BodyLength.content(body);
        if (this != off && isText(content)) {
            throw new IllegalArgumentException(
                    "The body is a " + content.getClass().getSimpleName()
                            + ", which is text and no video. If it is the path of a file, make it that file, as with"
                            + " .transform().body(String.class, path -> new java.io.File(path)); if it was to be bytes, keep it"
                            + " from being decoded, as with a ByteArrayDeserializer (Kafka) or a BytesMessage (JMS)."
                            + " contentCheck=off sends it as it is");
        }
    }

    private static boolean isText(Object content) {
        return content instanceof CharSequence chars && !chars.isEmpty()
                || content instanceof Reader
                || content instanceof char[]
                || content instanceof StreamSource source
                        && source.getInputStream() == null
                        && source.getReader() != null;
    }

    /** Returns an inspector of the first bytes of the file with this name. */
    public ContentInspector inspector(String fileName) {
        return this == off ? ContentInspector.NONE : beginning -> check(beginning, fileName);
    }

    private void check(byte[] beginning, String fileName) {
        Content content = Content.of(beginning);
        if (content.remedy() != null) {
            throw new IllegalArgumentException("The body begins like " + content.text() + ": what is in it may be a"
                    + " video, it is none itself. " + content.remedy() + ". contentCheck=off sends it as it is");
        }
        if (!content.mayBeVideo() && this == strict) {
            throw new IllegalArgumentException("The body begins like " + content.text() + ", which is no video"
                    + " (contentCheck=strict). contentCheck=warn sends it as it is");
        }
        if (!content.mayBeVideo()) {
            LOG.warn(
                    "'{}' begins like {}, which is no video, and is sent as it is. contentCheck=strict refuses it,"
                            + " contentCheck=off does not look",
                    LogSafe.of(fileName),
                    content.text());
        }
    }
}
