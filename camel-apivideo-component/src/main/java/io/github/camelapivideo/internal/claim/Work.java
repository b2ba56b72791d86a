// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on one event: claimed, then done or failed, and recorded if it is done. Thread-safe. */
final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    // Half a minute: a repository that never records must not fill the memory of this process.
    private static final int MOST_TRIES = 60;

    private final IdempotentRepository repository;
    private final String key;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean done;

    // Guarded by lock
    private final Lease lease;
    private boolean ended;
    private int tries;

    private Work(IdempotentRepository repository, String key, Lease lease) {
        this.repository = repository;
        this.key = key;
        this.lease = lease;
    }

    /** Returns work that no other process can see. */
    static Work alone(IdempotentRepository repository, String key) {
        return new Work(repository, key, null);
    }

    /** Returns work that other nodes can see. */
    static Work shared(IdempotentRepository repository, String key, InstantSource clock) {
        return new Work(repository, key, new Lease(repository, clock, key));
    }

    /** Returns true if the route has succeeded, even if that is not recorded yet. */
    boolean isDone() {
        return done;
    }

    /** Returns true if the repository has the event. */
    boolean isRecorded() {
        return repository.contains(key);
    }

    /** Claims the event. Unless it is fresh, the work ends with that. */
    Claim begin() {
        lock.lock();
        Claim claim = Claim.inFlight;
        try {
            claim = look();
            return claim;
        } finally {
            if (claim != Claim.fresh) {
                release();
            }
            lock.unlock();
        }
    }

    // Another node records its work before it gives its lease back, so that the record is read under the lease.
    private Claim look() {
        if (lease != null && !lease.take()) {
            return Claim.inFlight;
        }
        return isRecorded() ? Claim.known : Claim.fresh;
    }

    /**
     * Keeps the claim, and records the work if that has failed before. Does nothing while a repository that is slow is
     * asked about this work.
     *
     * @return true if the work has ended
     */
    boolean proceed() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (!ended && lease != null) {
                lease.renew();
            }
            return done ? recorded() : ended;
        } finally {
            lock.unlock();
        }
    }

    /** Records that the work is done. Returns false if that has to be tried again. */
    boolean record() {
        lock.lock();
        try {
            done = true;
            return recorded();
        } finally {
            lock.unlock();
        }
    }

    private boolean recorded() {
        if (ended) {
            return true;
        }
        try {
            tries++;
            repository.add(key);
            repository.confirm(key);
            release();
        } catch (RuntimeException e) {
            notRecorded(e);
        }
        return ended;
    }

    private void notRecorded(RuntimeException e) {
        LOG.warn("The idempotentRepository does not record the end of the event {}", key, e);
        if (tries == MOST_TRIES) {
            release();
        }
    }

    /** Ends the work without a record. */
    void end() {
        lock.lock();
        try {
            release();
        } finally {
            lock.unlock();
        }
    }

    private void release() {
        ended = true;
        if (lease != null) {
            lease.release();
        }
    }
}
