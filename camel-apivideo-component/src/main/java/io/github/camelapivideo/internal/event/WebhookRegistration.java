// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.internal.list.ListReader.Caller;
import io.github.camelapivideo.internal.request.WebhookRequests;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Failures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the URL of a route with the account. Blocks, for a limited time. For one thread at a time. */
public final class WebhookRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    // The times of the service have whole seconds: after this time every twin of the same second exists.
    private static final Duration SAME_SECOND = Duration.ofMillis(1100);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final RegistrationMode mode;
    private final String url;
    private final List<String> events;
    private final Caller account;
    private List<Webhook> webhooks = List.of();

    /** @param account carries out the requests */
    public WebhookRegistration(EventSettings settings, Caller account) {
        this.mode = settings.registration();
        this.url = settings.url();
        this.events = settings.registeredEvents();
        this.account = account;
    }

    /**
     * Finds or creates the webhook, and makes its secret known.
     *
     * @throws IllegalStateException if that fails; the route must not start
     */
    public void register(WebhookSecrets secrets) throws InterruptedException {
        webhooks = found();
        if (webhooks.isEmpty()) {
            webhooks = created();
        }
        Map<String, Secret> known = new LinkedHashMap<>();
        for (Webhook webhook : webhooks) {
            known.put(webhook.webhookId(), secret(webhook));
        }
        secrets.know(known);
        LOG.info("Events come from the webhook {}", String.join(", ", known.keySet()));
    }

    /** Deletes the webhook if the route owns it. */
    public void unregister() throws InterruptedException {
        if (mode == RegistrationMode.owned) {
            for (Webhook webhook : webhooks) {
                delete(webhook);
            }
        }
        webhooks = List.of();
    }

    /** Asks the account whether the webhook is still registered. Does not block. */
    public CompletableFuture<Void> check() {
        return CompletableFuture.allOf(webhooks.stream()
                .map(webhook -> account.call(WebhookRequests.get(webhook.webhookId())))
                .toArray(CompletableFuture[]::new));
    }

    private List<Webhook> found() throws InterruptedException {
        return result(account.call(WebhookRequests.matching(url, events)), PATIENCE);
    }

    /**
     * Creates a webhook. Other processes may do so at the same time: then the first in the order of all stays, and each
     * process deletes what it has created itself.
     */
    private List<Webhook> created() throws InterruptedException {
        Webhook own = result(account.call(WebhookRequests.create(url, events)), PATIENCE);
        Thread.sleep(SAME_SECOND.toMillis());
        List<Webhook> all = found();
        if (all.isEmpty() || all.get(0).webhookId().equals(own.webhookId())) {
            return List.of(own);
        }
        delete(own);
        return List.of(all.get(0));
    }

    private Secret secret(Webhook webhook) throws InterruptedException {
        String secret = webhook.signatureSecret() != null
                ? webhook.signatureSecret()
                : result(account.call(WebhookRequests.get(webhook.webhookId())), PATIENCE)
                        .signatureSecret();
        if (secret == null) {
            throw new IllegalStateException("The service does not tell the signatureSecret of the webhook "
                    + webhook.webhookId() + ", so that no event can be verified; set webhookSecret and"
                    + " webhookRegistration=none");
        }
        return new Secret(secret);
    }

    private void delete(Webhook webhook) throws InterruptedException {
        try {
            result(account.call(WebhookRequests.delete(webhook.webhookId())), LAST_PATIENCE);
        } catch (IllegalStateException e) {
            LOG.warn(
                    "The webhook {} is still registered, because it could not be deleted; delete it with deleteWebhook",
                    webhook.webhookId(),
                    e);
        }
    }

    private static <T> T result(CompletableFuture<T> call, Duration patience) throws InterruptedException {
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The account has not answered for " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = Failures.cause(e.getCause());
            throw new IllegalStateException(
                    "The webhook of the route cannot be registered: " + cause.getMessage(), cause);
        }
    }
}
