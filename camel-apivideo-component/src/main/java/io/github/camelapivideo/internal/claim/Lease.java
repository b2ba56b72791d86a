// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

import io.github.camelapivideo.internal.text.TextDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A claim that other nodes see: keys in the repository that all nodes share. For one thread at a time. A lease that is
 * not renewed ends by itself.
 */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final IdempotentRepository repository;
    private final InstantSource clock;
    private final String name;
    private final Set<Long> held = new TreeSet<>();

    Lease(IdempotentRepository repository, InstantSource clock, String key) {
        this.repository = repository;
        this.clock = clock;
        this.name = "claim|" + TextDigest.of(key) + "|";
    }

    /** Returns false if another node holds the lease. */
    boolean take() {
        LeaseSlots slots = LeaseSlots.taken(clock.instant());
        if (!slots.all().allMatch(this::hold)) {
            return false;
        }
        // Of two nodes that come at the same time each adds its key before it looks, so that one of them sees the
        // other.
        return slots.neighbours().noneMatch(slot -> repository.contains(key(slot)));
    }

    private boolean hold(long slot) {
        return held.contains(slot) || repository.add(key(slot)) && held.add(slot);
    }

    /** Keeps the lease. To be called at least every half slot. */
    void renew() {
        LeaseSlots slots = LeaseSlots.renewed(clock.instant());
        if (!slots.all().allMatch(this::hold)) {
            LOG.warn("Two nodes may process one event, because {} was not renewed in time", name);
        }
        drop(slot -> slots.all().noneMatch(needed -> needed == slot));
    }

    /** Gives the lease back, if it is held. */
    void release() {
        try {
            drop(slot -> true);
        } catch (RuntimeException e) {
            LOG.warn("The idempotentRepository keeps {}, which ends by itself", name, e);
        }
    }

    private void drop(LongPredicate which) {
        for (long slot : List.copyOf(held)) {
            if (which.test(slot)) {
                repository.remove(key(slot));
                held.remove(slot);
            }
        }
    }

    private String key(long slot) {
        return name + slot;
    }
}
