// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.time.Instant;

/**
 * One request to the URL of a webhook.
 *
 * @param event the type of the event
 * @param body the body as it was sent, in UTF-8
 * @param signature the value of {@code X-Api-Video-Signature}
 * @param attempt counts the tries of this delivery from 1
 * @param status the status of the answer; 0 if there was none
 */
public record WebhookDelivery(
        String webhookId,
        String url,
        String event,
        String body,
        String signature,
        int attempt,
        int status,
        Instant sentAt) {}
