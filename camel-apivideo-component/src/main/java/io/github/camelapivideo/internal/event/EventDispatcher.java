// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.internal.claim.Claims;
import io.github.camelapivideo.internal.list.ListReader.Caller;
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

    /**
     * What is around a dispatcher.
     *
     * @param route completed with whether the route has succeeded; never fails
     * @param threads run the route of an event that is acknowledged before
     * @param changed takes the identifier of each video that an event is about
     * @param account carries out requests; null if events are not collapsed
     * @param repeated takes the type of each event that the route has had, or has now
     */
    public record Ports(
            Function<ReceivedEvent, CompletableFuture<Boolean>> route,
            Executor threads,
            Consumer<String> changed,
            Caller account,
            Consumer<String> repeated) {}

    private static final int MOST_WAITING = 1000;

    private final EventSettings settings;
    private final Claims claims;
    private final Ports ports;
    private final AtomicInteger working = new AtomicInteger();

    public EventDispatcher(EventSettings settings, Claims claims, Ports ports) {
        this.settings = settings;
        this.claims = claims;
        this.ports = ports;
    }

    /** Returns the number of events whose routes have not ended. */
    public int working() {
        return working.get();
    }

    /** Returns the answer, which never is a failure. */
    CompletableFuture<HttpAnswer> accept(ReceivedEvent received) {
        if (received.event().videoId() != null) {
            ports.changed().accept(received.event().videoId());
        }
        if (!settings.want(received.event())) {
            return HttpAnswer.ACCEPTED.now();
        }
        return settings.collapse().concerns(received.event())
                ? ifLast(received)
                : once(received, EventKey.of(received.event()));
    }

    private CompletableFuture<HttpAnswer> ifLast(ReceivedEvent received) {
        return Collapse.ask(received.event(), ports.account())
                .thenCompose(verdict -> switch (verdict) {
                    case last -> once(received, EventKey.ofVideo(received.event()));
                    case notLast -> HttpAnswer.ACCEPTED.now();
                    case unknown -> HttpAnswer.BUSY.now();
                })
                .exceptionally(failure -> {
                    LOG.warn(
                            "The account does not tell the status of {}: its event has to be delivered again",
                            received.event().videoId(),
                            failure);
                    return HttpAnswer.BUSY;
                });
    }

    private CompletableFuture<HttpAnswer> once(ReceivedEvent received, String key) {
        if (isFull()) {
            return HttpAnswer.BUSY.now();
        }
        try {
            return switch (claims.claim(key)) {
                case fresh -> work(received, key);
                case inFlight -> repeated(received, HttpAnswer.BUSY);
                case known -> repeated(received, HttpAnswer.ACCEPTED);
            };
        } catch (RuntimeException e) {
            LOG.warn("The idempotentRepository does not answer: the event {} has to be delivered again", key, e);
            return HttpAnswer.BUSY.now();
        }
    }

    private CompletableFuture<HttpAnswer> repeated(ReceivedEvent received, HttpAnswer answer) {
        ports.repeated().accept(received.event().type());
        return answer.now();
    }

    // An event that is acknowledged before its route has no connection that would limit how many wait.
    private boolean isFull() {
        return settings.acknowledge() == Acknowledge.received && working.get() >= MOST_WAITING;
    }

    private CompletableFuture<HttpAnswer> work(ReceivedEvent received, String key) {
        working.incrementAndGet();
        if (settings.acknowledge() == Acknowledge.processed) {
            return routed(received, key).thenApply(done -> done ? HttpAnswer.ACCEPTED : HttpAnswer.FAILED);
        }
        try {
            ports.threads().execute(() -> routed(received, key));
            return HttpAnswer.ACCEPTED.now();
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // The queue is full, the threads have ended, or the machine starts no more: the service delivers it again.
            end(key, false);
            return HttpAnswer.BUSY.now();
        }
    }

    private CompletableFuture<Boolean> routed(ReceivedEvent received, String key) {
        return started(received).thenApply(done -> {
            end(key, done);
            return done;
        });
    }

    private CompletableFuture<Boolean> started(ReceivedEvent received) {
        try {
            return ports.route().apply(received);
        } catch (RuntimeException e) {
            LOG.warn("The route of an event could not begin", e);
            return CompletableFuture.completedFuture(false);
        }
    }

    private void end(String key, boolean done) {
        if (done) {
            claims.done(key);
        } else {
            claims.failed(key);
        }
        working.decrementAndGet();
    }
}
