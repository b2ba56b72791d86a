// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.ReadableByteChannel;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.BaseStream;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;

/** Finds in a body what can be read only once. Other bodies give a stream of their own to each reader. */
final class ReadOnceBody {

    private static final List<Class<?>> TYPES = List.of(
            InputStream.class,
            Reader.class,
            ReadableByteChannel.class,
            Iterator.class,
            Enumeration.class,
            BaseStream.class,
            XMLStreamReader.class,
            SAXSource.class,
            StAXSource.class);

    private ReadOnceBody() {}

    /** The stream or reader in the body, or the body itself; empty if the body can be read again. */
    static Optional<Object> in(Object body) {
        if (body instanceof StreamSource source) {
            return Optional.ofNullable(source.getInputStream() != null ? source.getInputStream() : source.getReader());
        }
        return TYPES.stream().anyMatch(type -> type.isInstance(body)) ? Optional.of(body) : Optional.empty();
    }
}
