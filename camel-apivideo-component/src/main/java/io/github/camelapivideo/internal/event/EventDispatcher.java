// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each wanted event to the route once, and decides the answer to its delivery. Thread-safe. */
public final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private final EventSettings settings;
    private final Duplicates duplicates;
    private final Function<ReceivedEvent, CompletableFuture<Boolean>> route;
    private final Executor threads;
    private final Consumer<String> changed;
    private final AtomicInteger working = new AtomicInteger();

    /**
     * @param route completed with whether the route has succeeded; never fails
     * @param threads run the route of an event that is acknowledged before
     * @param changed takes the identifier of each video that an event is about
     */
    public EventDispatcher(
            EventSettings settings,
            Duplicates duplicates,
            Function<ReceivedEvent, CompletableFuture<Boolean>> route,
            Executor threads,
            Consumer<String> changed) {
        this.settings = settings;
        this.duplicates = duplicates;
        this.route = route;
        this.threads = threads;
        this.changed = changed;
    }

    /** Returns the number of events whose routes have not ended. */
    public int working() {
        return working.get();
    }

    /** Returns the answer, which never is a failure. */
    CompletableFuture<HttpAnswer> accept(ReceivedEvent received) {
        if (received.event().videoId() != null) {
            changed.accept(received.event().videoId());
        }
        if (!settings.want(received.event())) {
            return HttpAnswer.ACCEPTED.now();
        }
        String key = EventKey.of(received.event());
        try {
            return switch (duplicates.claim(key)) {
                case fresh -> work(received, key);
                case inFlight -> HttpAnswer.BUSY.now();
                case known -> HttpAnswer.ACCEPTED.now();
            };
        } catch (RuntimeException e) {
            LOG.warn("The idempotentRepository does not answer: the event {} has to be delivered again", key, e);
            return HttpAnswer.BUSY.now();
        }
    }

    private CompletableFuture<HttpAnswer> work(ReceivedEvent received, String key) {
        working.incrementAndGet();
        if (settings.acknowledge() == Acknowledge.processed) {
            return routed(received, key).thenApply(done -> done ? HttpAnswer.ACCEPTED : HttpAnswer.FAILED);
        }
        try {
            threads.execute(() -> routed(received, key));
            return HttpAnswer.ACCEPTED.now();
        } catch (RejectedExecutionException e) {
            end(key, false);
            return HttpAnswer.BUSY.now();
        }
    }

    private CompletableFuture<Boolean> routed(ReceivedEvent received, String key) {
        return route.apply(received).thenApply(done -> {
            end(key, done);
            return done;
        });
    }

    private void end(String key, boolean done) {
        if (done) {
            duplicates.done(key);
        } else {
            duplicates.failed(key);
        }
        working.decrementAndGet();
    }
}
