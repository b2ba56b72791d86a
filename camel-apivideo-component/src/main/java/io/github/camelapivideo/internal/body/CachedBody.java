// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * A reader's own copy of a stream cache, independent of other readers. A spooled file stays on disk until the copy is
 * closed, even if the exchange has ended.
 */
final class CachedBody extends FilterInputStream {

    private final Exchange lifetime;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CachedBody(InputStream copy, Exchange lifetime) {
        super(copy);
        this.lifetime = lifetime;
    }

    /**
     * Opens a cache from its beginning.
     *
     * @param toStream reads a cache that is no stream
     * @return a stream of its own; or, if the cache makes no copies or its copies would end with the file of an
     *     application, the cache, {@linkplain LentCache lent}
     * @throws IllegalArgumentException if the cache is lent already, or Camel has deleted what it kept
     */
    static InputStream open(StreamCache cache, Exchange exchange, Function<StreamCache, InputStream> toStream)
            throws IOException {
        // Some caches read themselves to make their first copy.
        synchronized (cache) {
            StreamReuseCheck.borrow(cache);
            InputStream stream = null;
            try {
                reset(cache);
                if (mayBeCopied(cache)) {
                    stream = copy(cache, new DefaultExchange(exchange.getContext()), toStream);
                }
                if (stream == null) {
                    stream = new LentCache(cache, toStream.apply(cache));
                }
                return stream;
            } finally {
                if (!(stream instanceof LentCache)) {
                    StreamReuseCheck.giveBack(cache);
                }
            }
        }
    }

    private static void reset(StreamCache cache) {
        try {
            cache.reset();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The body is a stream cache that can be read no more: Camel deletes what it has spooled when the"
                            + " exchange ends. Usual causes: an aggregation, or the timeout of a circuit breaker or"
                            + " multicast, after which this step outlives the exchange. Let the upload be a step of that"
                            + " exchange's own route, or turn the body into a file or bytes before",
                    e);
        }
    }

    private static InputStream copy(StreamCache cache, Exchange lifetime, Function<StreamCache, InputStream> toStream)
            throws IOException {
        StreamCache copy = cache.copy(lifetime);
        if (copy == null || copy == cache) {
            return null;
        }
        CachedBody body = null;
        try {
            if (copy.length() != cache.length()) {
                throw new IllegalStateException("The copy of the body's stream cache has " + copy.length()
                        + " bytes, the cache has " + cache.length());
            }
            body = new CachedBody(toStream.apply(copy), lifetime);
            return body;
        } finally {
            if (body == null) {
                end(lifetime);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try {
                super.close();
            } finally {
                end(lifetime);
            }
        }
    }

    private static void end(Exchange lifetime) {
        UnitOfWorkHelper.doneSynchronizations(
                lifetime, lifetime.getExchangeExtension().handoverCompletions());
    }

    /**
     * True if a copy of the cache can end without deleting the file of an application; false if in doubt. Camel counts the
     * exchanges that use a cache of its own, and deletes its file after the last one. An application's own cache counts
     * none, so that the end of its first copy would delete the application's file.
     */
    private static boolean mayBeCopied(StreamCache cache) {
        return !(cache instanceof FileInputStreamCache) || isCounted(cache);
    }

    // Only private fields show it. If a future Camel or a native image hides them, the cache is not copied.
    private static boolean isCounted(StreamCache cache) {
        try {
            Object file = value(cache, "tempFileManager");
            return value(file, "exchangeCounter") instanceof AtomicInteger exchanges && exchanges.get() > 0;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    private static Object value(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
