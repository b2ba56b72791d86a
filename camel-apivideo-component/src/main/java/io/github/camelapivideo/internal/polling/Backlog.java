// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The videos that were seen and that the route has not had, in the order of their turns. Thread-safe. */
final class Backlog {

    // Guarded by this
    private final Set<Pending> waiting = new LinkedHashSet<>();

    synchronized void add(List<Sighting> fresh) {
        fresh.forEach(sighting -> waiting.add(new Pending(sighting)));
    }

    /** Returns the videos as they stand now. */
    synchronized List<Pending> all() {
        return List.copyOf(waiting);
    }

    synchronized void remove(Pending pending) {
        waiting.remove(pending);
    }

    /** Lets all others go before a video, so that one that fails holds up none. */
    synchronized void putLast(Pending pending) {
        if (waiting.remove(pending)) {
            waiting.add(pending);
        }
    }
}
