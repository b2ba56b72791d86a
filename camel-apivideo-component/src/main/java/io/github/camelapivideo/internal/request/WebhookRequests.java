// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.Page;
import io.github.camelapivideo.internal.call.RequestBody;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The requests about webhooks. */
public final class WebhookRequests {

    private static final ResourceKind<Webhook> KIND =
            new ResourceKind<>("webhook", Webhook.class, "webhookId", Webhook::webhookId);
    private static final String ALL = "/webhooks";
    private static final String ONE = "/webhooks/{webhookId}";

    private WebhookRequests() {}

    /**
     * Creates a webhook. If the answer is lost, the newest webhook with the same URL and events is taken for it: two of
     * them would receive each event twice.
     */
    public static ApiCall<Webhook> create(String url, List<String> events) {
        return ApiCall.post("Creating a webhook", new RequestBody.Json(Map.of("url", url, "events", events)), ALL)
                .map(KIND::created)
                .twin(() -> find(url, events), failure -> {});
    }

    private static ApiCall<Optional<Webhook>> find(String url, List<String> events) {
        return matching(url, events).map(webhooks -> webhooks.stream().reduce((older, newer) -> newer));
    }

    /** Reads the webhooks with this URL and exactly these events, the oldest first. */
    public static ApiCall<List<Webhook>> matching(String url, List<String> events) {
        // An account has at most 10 webhooks, so that the first page has them all.
        return ApiCall.get("Looking for a webhook", ALL)
                .query(List.of(new Parameter("events", events.get(0)), new Parameter("pageSize", "100")))
                .map(answer -> answer.readPage(Webhook.class))
                .map(page -> matching(page, url, events));
    }

    private static List<Webhook> matching(Page<Webhook> page, String url, List<String> events) {
        return page.items().stream()
                .filter(webhook ->
                        url.equals(webhook.url()) && new HashSet<>(webhook.events()).equals(new HashSet<>(events)))
                .sorted(Comparator.comparing(WebhookRequests::age).thenComparing(Webhook::webhookId))
                .toList();
    }

    private static String age(Webhook webhook) {
        return Objects.requireNonNullElse(webhook.createdAt(), "");
    }

    /** Reads a webhook. */
    public static ApiCall<Webhook> get(String webhookId) {
        return ApiCall.get("Getting webhook " + webhookId, ONE, webhookId).map(answer -> KIND.named(answer, webhookId));
    }

    /**
     * Deletes a webhook. A webhook that does not exist counts as deleted.
     *
     * @return a call whose value is true if the webhook existed
     */
    public static ApiCall<Boolean> delete(String webhookId) {
        return ApiCall.delete("Deleting webhook " + webhookId, ONE, webhookId);
    }
}
