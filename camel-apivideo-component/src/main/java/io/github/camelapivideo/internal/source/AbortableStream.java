// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts streams that are not read to their end. A stream over a pooled connection, like that of an S3 object, reads
 * the rest in {@code close()}; such a stream has a public {@code abort()}, which drops the rest. Thread-safe.
 */
final class AbortableStream {

    private static final Logger LOG = LoggerFactory.getLogger(AbortableStream.class);

    // Found by reflection, because the clients with such streams are no dependencies.
    private static final ClassValue<Optional<MethodHandle>> ABORTS = new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
            return withSupertypes(type)
                    .map(AbortableStream::abortOf)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    };

    private AbortableStream() {}

    /** Drops the rest of a stream if the stream has an {@code abort()}. The caller still has to close it. */
    static void abort(InputStream stream) {
        ABORTS.get(stream.getClass()).ifPresent(abort -> abort(abort, stream));
    }

    private static void abort(MethodHandle abort, InputStream stream) {
        try {
            abort.invoke(stream);
        } catch (Throwable e) {
            LOG.debug("{} could not be aborted", stream.getClass(), e);
        }
    }

    // A class that is not public may inherit the method from a public interface.
    private static Stream<Class<?>> withSupertypes(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(type),
                Stream.concat(
                        withSupertypes(type.getSuperclass()),
                        Arrays.stream(type.getInterfaces()).flatMap(AbortableStream::withSupertypes)));
    }

    private static MethodHandle abortOf(Class<?> type) {
        try {
            return MethodHandles.publicLookup().findVirtual(type, "abort", MethodType.methodType(void.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }
}
