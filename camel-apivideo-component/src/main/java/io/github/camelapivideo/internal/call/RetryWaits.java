// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The calls of one upload or operation, and which of them only wait for a retry. When the component is about to stop, they
 * end as soon as all of them wait. Thread-safe.
 */
public final class RetryWaits {

    // What has failed no more than this, and is tried again soon, may well work.
    private static final int USUAL_FAILURES = 2;
    private static final Duration SOON = Duration.ofSeconds(1);

    // Guarded by this
    private final Set<Object> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, Throwable> waiting = new HashMap<>();
    private Consumer<Throwable> end;

    /**
     * Ends the calls if all of them wait for a retry, now or later. Only the first call counts.
     *
     * @param ending ends them; receives what would have been tried again; runs once, on any thread, and must not block
     */
    public void leave(Consumer<Throwable> ending) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            end = ending;
        }
        endIfAllWait();
    }

    synchronized void begun(Object call) {
        calls.add(call);
    }

    void ended(Object call) {
        synchronized (this) {
            calls.remove(call);
            waiting.remove(call);
        }
        endIfAllWait();
    }

    /**
     * A call waits until it is tried again.
     *
     * @param failures how often it has failed
     */
    void waits(Object call, int failures, Duration delay, Throwable failure) {
        if (failures <= USUAL_FAILURES && delay.compareTo(SOON) <= 0) {
            return;
        }
        synchronized (this) {
            waiting.put(call, failure);
        }
        endIfAllWait();
    }

    synchronized void waitsNoMore(Object call) {
        waiting.remove(call);
    }

    private void endIfAllWait() {
        Consumer<Throwable> ending;
        Throwable failure;
        synchronized (this) {
            if (end == null || waiting.isEmpty() || waiting.size() < calls.size()) {
                return;
            }
            ending = end;
            failure = waiting.values().iterator().next();
            end = ignored -> {};
            // What is still to come cleans up.
            calls.clear();
            waiting.clear();
        }
        ending.accept(failure);
    }
}
