// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.Identifiers;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The webhooks of the account, at most ten. Thread-safe. */
public final class WebhookStore {

    private static final int MOST = 10;

    private final Clock clock;
    // Guarded by this
    private final Map<String, Webhook> webhooks = new LinkedHashMap<>();

    public WebhookStore(Clock clock) {
        this.clock = clock;
    }

    /** Refuses the request if the account has ten webhooks. */
    public synchronized Webhook create(List<String> events, URI url) {
        if (webhooks.size() >= MOST) {
            throw ProblemType.WEBHOOK_LIMIT_REACHED.because("", "An account has at most " + MOST + " webhooks.");
        }
        Webhook webhook = new Webhook(
                Identifiers.next("webhook_", 22), clock.instant(), events, url, Identifiers.next("sig_sec_", 24));
        webhooks.put(webhook.webhookId(), webhook);
        return webhook;
    }

    /** Refuses the request if there is no such webhook. */
    public synchronized Webhook get(String webhookId) {
        Webhook webhook = webhooks.get(webhookId);
        if (webhook == null) {
            throw ProblemType.NOT_FOUND.because("webhookId", "There is no such webhook.");
        }
        return webhook;
    }

    public synchronized void delete(String webhookId) {
        webhooks.remove(get(webhookId).webhookId());
    }

    /** The webhooks, the oldest first. */
    public synchronized List<Webhook> all() {
        return List.copyOf(webhooks.values());
    }

    synchronized boolean has(Webhook webhook) {
        return webhooks.containsKey(webhook.webhookId());
    }

    synchronized void clear() {
        webhooks.clear();
    }
}
