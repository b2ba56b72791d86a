// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the deliveries of one event apart from one another, with the memory of a repository. Thread-safe. */
public final class Duplicates {

    private static final Logger LOG = LoggerFactory.getLogger(Duplicates.class);

    /** What is known of an event. */
    enum Claim {
        /** It is new, and the caller has to end its work with {@link #done} or {@link #failed}. */
        fresh,
        /** Another delivery of it is being worked on in this process. */
        inFlight,
        /** It has been worked on before. */
        known
    }

    private final IdempotentRepository repository;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    public Duplicates(IdempotentRepository repository) {
        this.repository = repository;
    }

    /** Begins the work on an event. */
    Claim claim(String key) {
        if (!inFlight.add(key)) {
            return Claim.inFlight;
        }
        boolean fresh = false;
        try {
            fresh = repository.add(key);
        } finally {
            if (!fresh) {
                inFlight.remove(key);
            }
        }
        return fresh ? Claim.fresh : Claim.known;
    }

    /** Ends the work: the event does not come again. */
    void done(String key) {
        end(key, () -> repository.confirm(key));
    }

    /** Ends the work: the next delivery is new. */
    void failed(String key) {
        end(key, () -> repository.remove(key));
    }

    private void end(String key, Runnable record) {
        try {
            record.run();
        } catch (RuntimeException e) {
            LOG.warn("The idempotentRepository does not record the end of the event {}", key, e);
        } finally {
            inFlight.remove(key);
        }
    }
}
