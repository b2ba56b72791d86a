// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.source.StreamKind;
import java.io.InputStream;
import java.io.Reader;
import java.lang.ref.WeakReference;
import java.nio.channels.ReadableByteChannel;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.BaseStream;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Allows one reader for what can be read only once, and one reader at a time for a stream cache that makes no copies.
 * A second reader would upload the rest of a video as if it were the whole. Thread-safe.
 */
final class StreamReuseCheck {

    // One for the process: copies of an exchange share a stream, and the second reader may be another component's.
    private static final WeakIdentitySet TAKEN = new WeakIdentitySet();

    // Other bodies give a stream of their own to each reader.
    private static final List<Class<?>> READ_ONCE = List.of(
            InputStream.class,
            Reader.class,
            ReadableByteChannel.class,
            Iterator.class,
            Enumeration.class,
            BaseStream.class,
            XMLStreamReader.class,
            SAXSource.class,
            StAXSource.class);

    private StreamReuseCheck() {}

    /**
     * Returns what can be read only once: the stream or reader in the body, or the body itself. Empty if the body gives a
     * stream of its own to each reader.
     */
    static Optional<Object> readOnceIn(Object body) {
        if (body instanceof StreamSource source) {
            return Optional.ofNullable(source.getInputStream() != null ? source.getInputStream() : source.getReader());
        }
        return READ_ONCE.stream().anyMatch(type -> type.isInstance(body)) ? Optional.of(body) : Optional.empty();
    }

    /**
     * Takes a body, or the stream in it, for the only reader that it may have.
     *
     * @throws IllegalArgumentException if it has been taken before
     */
    static void take(Object readOnce, Exchange exchange) {
        if (TAKEN.add(readOnce)) {
            return;
        }
        IllegalArgumentException refusal = new IllegalArgumentException(
                "The body is a stream that an earlier try has read already, or another branch of the route reads, and a"
                        + " stream can be read only once. Usual causes: redelivery, failover, loop, multicast,"
                        + " recipientList, enrich, wireTap, the fallback of a circuit breaker. " + StreamKind.KEEP_IT);
        Throwable earlier = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (earlier != null) {
            refusal.addSuppressed(earlier);
        }
        throw refusal;
    }

    /**
     * Takes a stream cache until it is {@linkplain #giveBack given back}.
     *
     * @throws IllegalArgumentException if it has not been given back
     */
    static void borrow(StreamCache cache) {
        if (!TAKEN.add(cache)) {
            throw new IllegalArgumentException("The body is a "
                    + cache.getClass().getName() + ", a stream cache that makes no copies of itself, and another upload"
                    + " is still reading it. Usual causes: a circuit breaker or multicast whose timeout came before the"
                    + " end of its upload, or parallel branches. Let the route wait for the first upload, or turn the"
                    + " body into a file or bytes before");
        }
    }

    /** Allows another reader for what was taken. */
    static void giveBack(Object taken) {
        TAKEN.remove(taken);
    }

    /**
     * Gives back a stream at the end of the exchange if it was read to its end: it has no rest to upload, and some
     * servers use one stream object for all requests of a connection.
     */
    static void giveBackIfDrained(Object taken, BooleanSupplier drained, Exchange exchange) {
        // Weak: the exchange may outlive the upload for long.
        WeakReference<Object> weak = new WeakReference<>(taken);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                Object stream = weak.get();
                if (stream != null && drained.getAsBoolean()) {
                    giveBack(stream);
                }
            }
        });
    }
}
