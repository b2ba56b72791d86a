// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** The length that a body itself has. */
final class BodyLength {

    private BodyLength() {}

    /** Returns the file or content that Camel has wrapped, or the body itself. */
    static Object content(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return wrapped.getFile() instanceof File file ? file : wrapped.getBody();
        }
        return body;
    }

    /** Returns the length in bytes; empty if only the end of the body shows it. */
    static OptionalLong of(Object body, Exchange exchange) {
        Object content = content(body);
        if (content instanceof File file) {
            return of(file.toPath());
        }
        if (content instanceof Path path) {
            return of(path);
        }
        if (content instanceof byte[] bytes) {
            return OptionalLong.of(bytes.length);
        }
        if (content instanceof ByteBuffer bytes) {
            return OptionalLong.of(bytes.remaining());
        }
        return content instanceof StreamCache cache ? of(cache, exchange) : OptionalLong.empty();
    }

    // Opening the file reports what is wrong with it.
    private static OptionalLong of(Path path) {
        try {
            return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The body is the file " + path + ", whose size cannot be read", e);
        }
    }

    // A cache of characters counts characters, and an encrypted file is longer than its content.
    private static OptionalLong of(StreamCache cache, Exchange exchange) {
        boolean counts = cache instanceof InputStream && cache.length() > 0;
        boolean encrypted = !cache.inMemory()
                && exchange.getContext().getStreamCachingStrategy().getSpoolCipher() != null;
        return counts && !encrypted ? OptionalLong.of(cache.length()) : OptionalLong.empty();
    }
}
