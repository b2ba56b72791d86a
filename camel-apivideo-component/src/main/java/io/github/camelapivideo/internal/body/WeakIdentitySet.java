// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A set of objects told apart by identity, which keeps none of them from being collected. Thread-safe. */
final class WeakIdentitySet {

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Returns whether the object was not in the set before. */
    boolean add(Object object) {
        purge();
        return entries.add(new Entry(object, collected));
    }

    void remove(Object object) {
        entries.remove(new Entry(object, null));
    }

    /** Returns how many objects are in the set and not collected. */
    int size() {
        purge();
        return entries.size();
    }

    private void purge() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            entries.remove(gone);
        }
    }

    private static final class Entry extends WeakReference<Object> {
        private final int hash;

        Entry(Object object, ReferenceQueue<Object> collected) {
            super(object, collected);
            hash = System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object object = get();
            return object != null && other instanceof Entry entry && entry.refersTo(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
