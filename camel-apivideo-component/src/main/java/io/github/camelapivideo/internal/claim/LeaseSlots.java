// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * The slots of time for which a claim is held: each slot is a key in a repository that other nodes can see. Decides
 * purely. A repository has no times, so that a claim without an end of its own would outlive a node that crashes.
 *
 * <p>A claim is renewed within half a slot after it was taken, and in each later slot. The neighbours of the current
 * slot then show each claim of a node whose clock differs by at most half a slot. A claim that is no longer
 * renewed is gone after at most three slots.
 *
 * @param first counted from the epoch
 */
record LeaseSlots(long first, long last) {

    /** The length of a slot. */
    static final Duration LENGTH = Duration.ofSeconds(2);

    /** Returns the slot of a new claim. */
    static LeaseSlots taken(Instant now) {
        long slot = slot(now);
        return new LeaseSlots(slot, slot);
    }

    /** Returns the slots of a claim that continues: the current one and the next. */
    static LeaseSlots renewed(Instant now) {
        long slot = slot(now);
        return new LeaseSlots(slot, slot + 1);
    }

    private static long slot(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), LENGTH.toMillis());
    }

    /** Returns the slots of this claim. */
    LongStream all() {
        return LongStream.rangeClosed(first, last);
    }

    /** Returns the slots of which each shows that another node holds the claim. */
    LongStream neighbours() {
        return LongStream.of(first - 1, last + 1);
    }
}
