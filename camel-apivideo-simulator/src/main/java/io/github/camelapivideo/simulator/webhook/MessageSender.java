// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import io.github.camelapivideo.simulator.api.WebhookDelivery;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sends messages over HTTP: the first tries of one webhook one after another or some at once, and three more of each
 * message that is not accepted. Stops when the webhook is deleted or the scheduler is shut down. Thread-safe.
 */
final class MessageSender {

    private static final int MOST_TRIES = 4;
    private static final int LAST_SUCCESS = 299;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService scheduler;
    private final Duration retryInterval;
    private final Clock clock;
    private final Predicate<Webhook> exists;
    private final Consumer<WebhookDelivery> record;
    // Guarded by this
    private final Map<String, CompletableFuture<Void>> firstTries = new HashMap<>();
    private int atOnce = 1;
    private long sent;

    /**
     * @param exists false for a webhook that was deleted
     * @param record receives each try after its answer
     */
    MessageSender(
            ScheduledExecutorService scheduler,
            Duration retryInterval,
            Clock clock,
            Predicate<Webhook> exists,
            Consumer<WebhookDelivery> record) {
        this.scheduler = scheduler;
        this.retryInterval = retryInterval;
        this.clock = clock;
        this.exists = exists;
        this.record = record;
    }

    synchronized void atOnce(int most) {
        atOnce = most;
    }

    void send(Message message, Duration delay) {
        if (delay.isZero()) {
            enqueue(message);
        } else {
            scheduler.schedule(() -> enqueue(message), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void enqueue(Message message) {
        String lane = message.webhook().webhookId() + "/" + sent++ % atOnce;
        CompletableFuture<Void> before = firstTries.getOrDefault(lane, CompletableFuture.completedFuture(null));
        // A message that cannot be sent at all must not block the next.
        firstTries.put(lane, before.exceptionally(failure -> null).thenCompose(done -> attempt(message, 1)));
    }

    private CompletableFuture<Void> attempt(Message message, int number) {
        if (scheduler.isShutdown() || !exists.test(message.webhook())) {
            return CompletableFuture.completedFuture(null);
        }
        Instant sentAt = clock.instant();
        return http.sendAsync(message.request(), BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null ? answer : null)
                .thenAccept(answer -> finish(message, number, sentAt, answer));
    }

    private void finish(Message message, int number, Instant sentAt, HttpResponse<Void> answer) {
        int status = answer == null ? 0 : answer.statusCode();
        record.accept(message.delivery(number, status, sentAt));
        if ((status == 0 || status > LAST_SUCCESS) && number < MOST_TRIES) {
            scheduler.schedule(() -> attempt(message, number + 1), retryInterval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
