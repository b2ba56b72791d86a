// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which videos of a list are new. Follows the service's own times, so that the clock of this machine does not
 * matter. Decides only; for one thread at a time.
 */
final class Tail {

    /**
     * The time before the newest video in which each poll looks again. A server of the service may show a video later
     * than a newer one of another server; that takes seconds, so that ten minutes are ample, and cost one page.
     */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Since since;
    private final boolean forever;

    // The keys of what was listed, with their times; null where there is none.
    private final Map<String, Instant> seen = new HashMap<>();
    private boolean begun;

    // Null before the first video
    private Instant newest;

    /** @param forever true if videos that were seen are never new again, whatever their time becomes */
    Tail(Since since, boolean forever) {
        this.since = since;
        this.forever = forever;
    }

    /** Returns false before the first list was taken. */
    boolean hasBegun() {
        return begun;
    }

    /**
     * Returns the time before which nothing is new.
     *
     * @param latest the newest time of the list; null if it is not known
     */
    Instant floor(Instant latest) {
        Instant start = since.start() == null ? Instant.MIN : since.start();
        Instant reached = begun ? newest : since.now() ? latest : null;
        Instant overlap = reached == null ? Instant.MIN : reached.minus(OVERLAP);
        return overlap.isAfter(start) ? overlap : start;
    }

    /**
     * Takes what was read of a list, at least down to the floor, and returns what is new of it, the oldest first.
     *
     * @param listed the oldest first, so far as the times do not differ
     * @param latest the newest time of the list at the begin of the reading; null if it is empty
     */
    List<Sighting> take(List<Sighting> listed, Instant latest) {
        Instant floor = floor(latest);
        boolean skips = !begun && since.now();
        List<Sighting> fresh = listed.stream()
                .filter(Sighting::wanted)
                .filter(sighting -> isFirst(sighting) && !skips && !sighting.isBefore(floor))
                .sorted(Comparator.comparing(Sighting::time, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        begun = true;
        newest = newest == null || latest != null && latest.isAfter(newest) ? latest : newest;
        forgetOld();
        return fresh;
    }

    /** Makes what was seen new again, if it is listed once more. */
    void forget(String key) {
        seen.remove(key);
    }

    private boolean isFirst(Sighting sighting) {
        boolean first = !seen.containsKey(sighting.key());
        seen.put(sighting.key(), sighting.time());
        return first;
    }

    // What is before the floor is not new, even if it is not remembered.
    private void forgetOld() {
        Instant floor = floor(newest);
        if (!forever) {
            seen.values().removeIf(time -> time != null && time.isBefore(floor));
        }
    }
}
