// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The service, with faults again and again. Thread-safe; its creator closes it. */
final class UnluckyService implements AutoCloseable {

    private static final double PROBABILITY = 0.05;
    // Longer than any request takes.
    private static final Duration LIFE_OF_A_TOKEN = Duration.ofSeconds(20);

    private static final Set<RequestKind> NOBODY_CARES =
            EnumSet.of(RequestKind.UNKNOWN, RequestKind.DELIVERY, RequestKind.UPLOAD_TOKENS);

    private final Figures figures;
    private final Set<String> doomed = ConcurrentHashMap.newKeySet();
    private final ApiVideoSimulator simulator;

    // Guarded by this
    private final Random random;
    private long lastExpiry = System.nanoTime();

    UnluckyService(long seed, Figures figures) throws IOException {
        this.random = new Random(seed);
        this.figures = figures;
        this.simulator = ApiVideoSimulator.builder().onRequest(this::answered).start();
    }

    ApiVideoSimulator simulator() {
        return simulator;
    }

    private void answered(RecordedRequest request) {
        figures.count(request);
        if (request.kind() == RequestKind.SOURCE && (request.status() == 403 || request.status() == 404)) {
            doomed.add(request.videoId());
        }
        if (!NOBODY_CARES.contains(request.kind())) {
            tempt(request.kind());
        }
    }

    /** Something may happen to the next request of the kind. */
    private synchronized void tempt(RequestKind kind) {
        if (random.nextDouble() < PROBABILITY) {
            Mishap mishap = Mishap.random(kind, random);
            if (mishap == Mishap.EXPIRY && isTooSoon()) {
                return;
            }
            simulator.faults().on(kind).times(1).then(mishap.fault().apply(kind, random));
            figures.count(mishap);
        }
    }

    private boolean isTooSoon() {
        long now = System.nanoTime();
        boolean tooSoon = now - lastExpiry < LIFE_OF_A_TOKEN.toNanos();
        lastExpiry = tooSoon ? lastExpiry : now;
        return tooSoon;
    }

    /** Whether a part for it was refused for ever. */
    boolean isDoomed(String videoId) {
        return doomed.contains(videoId);
    }

    /** Forgets everything; to be called while nothing is under way. */
    void forget() {
        figures.countMet(simulator.faults().injected());
        simulator.reset();
        doomed.clear();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
