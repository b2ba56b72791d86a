// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import io.github.camelapivideo.simulator.answer.Json;
import io.github.camelapivideo.simulator.answer.ServiceTime;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The events of the simulator: delivers each to the webhooks that ask for it, as the service does or disturbed on
 * purpose, and records the deliveries. Thread-safe.
 *
 * <pre>{@code
 * simulator.webhooks().disturb(1, Disturbance.duplicated());
 * simulator.webhooks().emit("video.encoding.quality.completed", Map.of("videoId", videoId));
 * await().until(() -> simulator.webhooks().deliveries().size() == 2);
 * }</pre>
 */
public final class Webhooks {

    private record Event(String type, Instant emittedAt, String body) {}

    private final WebhookStore store;
    private final Clock clock;
    private final MessageSender sender;

    // Guarded by this
    private final List<WebhookDelivery> deliveries = new ArrayList<>();
    private final Deque<Disturbance> disturbances = new ArrayDeque<>();
    private final List<Event> held = new ArrayList<>();
    private int holding;

    /**
     * @param scheduler tries again; deliveries stop when it is shut down
     * @param retryInterval the time between the tries of one delivery
     */
    public Webhooks(WebhookStore store, ScheduledExecutorService scheduler, Clock clock, Duration retryInterval) {
        this.store = store;
        this.clock = clock;
        this.sender = new MessageSender(scheduler, retryInterval, clock, store::has, this::record);
    }

    /**
     * Emits an event: {@code type} and {@code emittedAt}, then the fields in the order of the map. Each webhook
     * receives an event whose type is not documented.
     */
    public void emit(String type, Map<String, ?> fields) {
        emit(type, clock.instant(), fields);
    }

    /** True if the account has a webhook. */
    public boolean areHeard() {
        return !store.all().isEmpty();
    }

    /** Emits an event with the time when it occurred. Webhooks that were created later do not receive it. */
    public void emit(String type, Instant emittedAt, Map<String, ?> fields) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("emittedAt", ServiceTime.format(emittedAt));
        json.putAll(fields);
        emit(new Event(type, emittedAt, new String(Json.bytes(json), StandardCharsets.UTF_8)));
    }

    /** Emits an event with this body, which need not be JSON. */
    public void emitBody(String type, String body) {
        emit(new Event(type, clock.instant(), body));
    }

    private void emit(Event event) {
        order(event).forEach(this::deliver);
    }

    /** The events to deliver now. */
    private synchronized List<Event> order(Event event) {
        if (holding == 0) {
            return List.of(event);
        }
        held.add(event);
        if (held.size() < holding) {
            return List.of();
        }
        List<Event> released = new ArrayList<>(held);
        Collections.reverse(released);
        held.clear();
        holding = 0;
        return released;
    }

    private void deliver(Event event) {
        Disturbance disturbance = nextDisturbance();
        store.all().stream()
                .filter(webhook -> webhook.receives(event.type(), event.emittedAt()))
                .map(webhook -> Message.of(webhook, event.type(), event.body(), disturbance.badlySigned()))
                .forEach(message -> Collections.nCopies(disturbance.copies(), message)
                        .forEach(copy -> sender.send(copy, disturbance.delay())));
    }

    private synchronized Disturbance nextDisturbance() {
        return disturbances.isEmpty() ? Disturbance.NONE : disturbances.remove();
    }

    private synchronized void record(WebhookDelivery delivery) {
        deliveries.add(delivery);
    }

    /** Disturbs the delivery of the next events, after those that are to be disturbed already. */
    public synchronized void disturb(int events, Disturbance disturbance) {
        disturbances.addAll(Collections.nCopies(events, disturbance));
    }

    /**
     * Holds the next events back until there are as many, and then delivers them in the reverse order.
     *
     * @param events at least 2
     */
    public synchronized void reverse(int events) {
        if (events < 2) {
            throw new IllegalArgumentException("events=" + events + ": at least 2");
        }
        holding = events;
    }

    /**
     * Delivers several events to one webhook at once, from the next event on. Without it each event waits for the answer
     * to the first try of the event before.
     *
     * @param most the number of events, at least 1
     */
    public void deliverAtOnce(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most=" + most + ": at least 1");
        }
        sender.atOnce(most);
    }

    /** Every request to a webhook that was answered or has failed, in the order of the answers. */
    public synchronized List<WebhookDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Removes all webhooks, deliveries and disturbances; what is on its way is not tried again. */
    public void clear() {
        store.clear();
        synchronized (this) {
            deliveries.clear();
            disturbances.clear();
            held.clear();
            holding = 0;
        }
    }
}
