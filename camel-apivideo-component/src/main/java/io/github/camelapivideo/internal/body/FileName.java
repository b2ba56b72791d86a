// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.text.LogSafe;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/**
 * The name of the source for the service: the last step of a path, without characters that could end a header.
 *
 * @param text null if there is no name
 */
public record FileName(String text) {

    private static final String NAMELESS = "video";
    private static final String STEP = "\\.{1,2}";

    /** @param wanted the name that was set; null to find a name in the exchange */
    public static FileName of(Exchange exchange, String wanted) {
        return of(exchange, VideoBody.of(exchange), wanted);
    }

    /** The same for another part of the exchange. */
    public static FileName of(Exchange exchange, VideoBody body, String wanted) {
        return Stream.concat(Stream.ofNullable(wanted), new Names(exchange.getMessage(), body).all())
                .filter(Objects::nonNull)
                .map(FileName::lastStep)
                .filter(name -> !name.isBlank() && !name.matches(STEP))
                .findFirst()
                .map(FileName::new)
                .orElse(new FileName(null));
    }

    /** Returns the last step of the path of a URL. */
    public static FileName ofUrl(URI url) {
        String name = url.getPath() == null ? "" : lastStep(url.getPath());
        return new FileName(name.isBlank() || name.matches(STEP) ? null : name);
    }

    /** Returns the name of a value that is not the body: of a file, or the last step of a path. */
    public static FileName ofContent(Object content) {
        Object file = content instanceof WrappedFile<?> wrapped ? wrapped.getFile() : content;
        boolean named = file instanceof File || file instanceof Path || file instanceof String;
        return new FileName(named ? lastStep(file.toString()) : null);
    }

    public boolean known() {
        return text != null;
    }

    public String orDefault() {
        return known() ? text : NAMELESS;
    }

    /** Returns the last step of a path, on one line. */
    private static String lastStep(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return LogSafe.of(last);
    }

    /** All the names that a message has for its body. */
    private record Names(Message message, VideoBody body) {

        /** Returns the names, the best first; null stands for a name that is missing. */
        Stream<String> all() {
            Stream<String> ofFile = Stream.of(header(Exchange.FILE_NAME_ONLY), header(Exchange.FILE_NAME), ofBody());
            Stream<String> ofObject = StoredName.ALL.stream().map(stored -> stored.in(message));
            Stream<String> found = bodyIsFile() ? Stream.concat(ofFile, ofObject) : Stream.concat(ofObject, ofFile);
            return Stream.concat(Stream.concat(set(), Stream.of(body).map(VideoBody::name)), found);
        }

        /**
         * Returns names that were set after a file consumer began the exchange; CamelFileName, which file producers
         * use, first.
         */
        private Stream<String> set() {
            String consumed = header(Exchange.FILE_NAME_CONSUMED);
            String name = header(Exchange.FILE_NAME);
            String only = header(Exchange.FILE_NAME_ONLY);
            if (consumed == null) {
                return Stream.of(name, only);
            }
            boolean onlyIsConsumed = only == null || lastStep(consumed).equals(lastStep(only));
            return Stream.of(Objects.equals(name, consumed) ? null : name, onlyIsConsumed ? null : only);
        }

        private boolean bodyIsFile() {
            Object content = body.content();
            return content instanceof WrappedFile<?> || content instanceof File || content instanceof Path;
        }

        private String ofBody() {
            Object content = body.content() instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body.content();
            return content instanceof File file
                    ? file.getName()
                    : content instanceof Path path ? path.toString() : null;
        }

        private String header(String name) {
            return message.getHeader(name, String.class);
        }
    }
}
