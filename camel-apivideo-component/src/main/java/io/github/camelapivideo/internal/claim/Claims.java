// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each event be processed once, with the memory of a repository. An event is in that memory when its work is done,
 * not before: what a crash interrupts is fresh again. During the work, a claim keeps others from it. Thread-safe.
 */
public final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Function<String, Work> begins;
    private final Map<String, Work> works = new ConcurrentHashMap<>();

    private Claims(Function<String, Work> begins) {
        this.begins = begins;
    }

    /** Returns the claims on events with a repository that no other process writes. */
    public static Claims alone(IdempotentRepository repository) {
        return new Claims(key -> Work.alone(repository, key));
    }

    /**
     * Returns the claims on events with a repository that other nodes may share.
     *
     * @param clock differs from the clocks of the other nodes by at most a second
     */
    public static Claims shared(IdempotentRepository repository, InstantSource clock) {
        return new Claims(key -> Work.shared(repository, key, clock));
    }

    /**
     * Begins the work on an event. Blocks while the repository does.
     *
     * @throws RuntimeException if the repository fails; the event is not claimed
     */
    public Claim claim(String key) {
        Work work = begins.apply(key);
        Work other = works.putIfAbsent(key, work);
        if (other != null) {
            return other.isDone() ? Claim.known : Claim.inFlight;
        }
        Claim claim = Claim.inFlight;
        try {
            claim = work.begin();
            return claim;
        } finally {
            if (claim != Claim.fresh) {
                works.remove(key, work);
            }
        }
    }

    /**
     * Returns true if the work on an event was done before. Does not claim it.
     *
     * @throws RuntimeException if the repository fails
     */
    public boolean knows(String key) {
        return begins.apply(key).isRecorded();
    }

    /** Ends the work: the event does not come again. If the repository fails, {@link #proceed} records it later. */
    public void done(String key) {
        Work work = works.get(key);
        if (work != null && work.record()) {
            works.remove(key, work);
        }
    }

    /** Ends the work: the next delivery of the event is fresh. */
    public void failed(String key) {
        Work work = works.get(key);
        if (work != null) {
            work.end();
            works.remove(key, work);
        }
    }

    /** Keeps all claims. To be called at least once a second; otherwise other nodes begin the same work. */
    public void proceed() {
        works.forEach((key, work) -> {
            try {
                if (work.proceed()) {
                    works.remove(key, work);
                }
            } catch (RuntimeException e) {
                LOG.warn("The idempotentRepository does not keep the claim on the event {}", key, e);
            }
        });
    }
}
