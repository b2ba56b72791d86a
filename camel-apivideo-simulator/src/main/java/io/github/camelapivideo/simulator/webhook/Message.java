// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import io.github.camelapivideo.simulator.api.WebhookDelivery;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** An event on its way to one webhook. Every try sends the same bytes and the same signature. */
record Message(Webhook webhook, String event, String body, String signature) {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    static Message of(Webhook webhook, String event, String body, boolean badlySigned) {
        String secret = webhook.signatureSecret() + (badlySigned ? "x" : "");
        return new Message(webhook, event, body, Signature.of(body.getBytes(StandardCharsets.UTF_8), secret));
    }

    HttpRequest request() {
        return HttpRequest.newBuilder(webhook.url())
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("X-Api-Video-WebhookID", webhook.webhookId())
                .header("X-Api-Video-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** @param status 0 for no answer */
    WebhookDelivery delivery(int attempt, int status, Instant sentAt) {
        return new WebhookDelivery(
                webhook.webhookId(), webhook.url().toString(), event, body, signature, attempt, status, sentAt);
    }
}
