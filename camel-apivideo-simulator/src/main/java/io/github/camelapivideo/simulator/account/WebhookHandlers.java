// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.answer.ServiceTime;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.webhook.Webhook;
import io.github.camelapivideo.simulator.webhook.WebhookStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Webhooks: create, list, show and delete. */
public final class WebhookHandlers {

    private static final String ID = "webhookId";

    private static final AttributeRules RULES = AttributeRules.of(Map.of(
                    "events",
                    List.of(
                            Demand.someOf(Webhook.ALL_EVENTS),
                            Demand.of(events -> !((List<?>) events).isEmpty(), "must not be empty")),
                    "url",
                    List.of(Demand.of(WebhookHandlers::isUrl, "must be a URL with http:// or https://"))))
            .requiring("events", "url");

    private static final Listing<Webhook> LIST = Listing.<Webhook>create().filter("events", WebhookHandlers::receiving);

    private final WebhookStore webhooks;

    WebhookHandlers(WebhookStore webhooks) {
        this.webhooks = webhooks;
    }

    private static boolean isUrl(Object value) {
        try {
            return value instanceof String text && text.matches("(?i)https?://.+") && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Predicate<Webhook> receiving(String event) {
        if (!Webhook.ALL_EVENTS.contains(event)) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because("events", "There is no such event.");
        }
        return webhook -> webhook.events().contains(event);
    }

    public Answer create(Call call) {
        Map<String, Object> payload = RULES.check(call.payload());
        List<String> events = ((List<?>) payload.get("events"))
                .stream().map(String.class::cast).toList();
        return Answer.json(201, json(webhooks.create(events, URI.create((String) payload.get("url")))));
    }

    public Answer list(Call call) {
        return LIST.answer(webhooks.all(), WebhookHandlers::json, call);
    }

    public Answer get(Call call) {
        return Answer.json(200, json(webhooks.get(call.variable(ID))));
    }

    public Answer delete(Call call) {
        webhooks.delete(call.variable(ID));
        return Answer.nothing();
    }

    private static Map<String, Object> json(Webhook webhook) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(ID, webhook.webhookId());
        json.put("createdAt", ServiceTime.format(webhook.createdAt()));
        json.put("events", webhook.events());
        json.put("url", webhook.url().toString());
        json.put("signatureSecret", webhook.signatureSecret());
        return json;
    }
}
