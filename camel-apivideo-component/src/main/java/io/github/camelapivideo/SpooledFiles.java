// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.FileInputStreamCache;

/**
 * Tells the files that Camel has spooled from those that an application has put into a {@link FileInputStreamCache}.
 * Camel counts the exchanges that use such a cache, and deletes its file after the last one. An application's own cache
 * counts none, so that the end of its first copy would delete the application's file.
 */
final class SpooledFiles {

    private SpooledFiles() {}

    /** Whether a copy of the cache can end without taking the file of an application along. False if in doubt. */
    static boolean mayBeCopied(StreamCache cache) {
        return !(cache instanceof FileInputStreamCache) || isCounted(cache);
    }

    // Nothing that is public tells. Where a future Camel hides it, or a native image, the cache is not copied.
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
