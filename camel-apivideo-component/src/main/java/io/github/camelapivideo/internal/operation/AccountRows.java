// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.AccountInputs.EVENTS;
import static io.github.camelapivideo.internal.input.AccountInputs.ORIGIN;
import static io.github.camelapivideo.internal.input.AccountInputs.SOURCE_STATUS;
import static io.github.camelapivideo.internal.input.AccountInputs.SUMMARY_ATTRIBUTES;
import static io.github.camelapivideo.internal.input.AccountInputs.SUMMARY_ID;
import static io.github.camelapivideo.internal.input.AccountInputs.TTL;
import static io.github.camelapivideo.internal.input.AccountInputs.UPLOAD_TOKEN;
import static io.github.camelapivideo.internal.input.AccountInputs.VALUE;
import static io.github.camelapivideo.internal.input.AccountInputs.WEBHOOK_ID;
import static io.github.camelapivideo.internal.input.AccountInputs.WEBHOOK_URL;
import static io.github.camelapivideo.internal.input.Inputs.VIDEO_ID;
import static io.github.camelapivideo.internal.input.MetricsFilter.AGGREGATION;
import static io.github.camelapivideo.internal.input.MetricsFilter.BREAKDOWN;
import static io.github.camelapivideo.internal.input.MetricsFilter.METRIC;
import static io.github.camelapivideo.internal.operation.Row.Group.account;
import static io.github.camelapivideo.internal.operation.Row.Group.analytics;
import static io.github.camelapivideo.internal.operation.Row.Group.summaries;

import io.github.camelapivideo.api.account.MetricsBreakdown;
import io.github.camelapivideo.api.account.MetricsOverTime;
import io.github.camelapivideo.api.account.Summary;
import io.github.camelapivideo.api.account.Tag;
import io.github.camelapivideo.api.account.UploadToken;
import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.input.AccountInputs;
import io.github.camelapivideo.internal.input.AccountReading;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.MetricsFilter;
import io.github.camelapivideo.internal.request.MetricsRequests;
import io.github.camelapivideo.internal.request.SummaryRequests;
import io.github.camelapivideo.internal.request.UploadTokenRequests;
import io.github.camelapivideo.internal.request.WebhookRequests;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The operations about upload tokens, webhooks, summaries, tags and numbers of views. */
final class AccountRows {

    static final Row CREATE_UPLOAD_TOKEN = Row.call(
                    account,
                    values -> UploadTokenRequests.create(values.get(TTL)),
                    (token, values) -> Reply.answer(token))
            .reading(TTL);

    static final Row GET_UPLOAD_TOKEN = Row.call(
                    account,
                    values -> UploadTokenRequests.get(values.required(UPLOAD_TOKEN)),
                    (token, values) -> Reply.answer(token))
            .reading(UPLOAD_TOKEN);

    static final Row DELETE_UPLOAD_TOKEN = Row.call(
                    account,
                    values -> UploadTokenRequests.delete(values.required(UPLOAD_TOKEN)),
                    (deleted, values) -> Reply.deleted(UPLOAD_TOKEN))
            .reading(UPLOAD_TOKEN);

    static final Row LIST_UPLOAD_TOKENS = ListRow.of(account, UploadToken.class, UploadToken::token, "/upload-tokens")
            .sortedBy("createdAt", "ttl")
            .row();

    static final Row CREATE_WEBHOOK =
            Row.of(account, AccountRows::createWebhook).reading(WEBHOOK_URL, EVENTS);

    static final Row GET_WEBHOOK = Row.call(
                    account,
                    values -> WebhookRequests.get(values.required(WEBHOOK_ID)),
                    (webhook, values) -> Reply.named(WEBHOOK_ID, webhook.webhookId(), webhook))
            .reading(WEBHOOK_ID);

    static final Row DELETE_WEBHOOK = Row.call(
                    account,
                    values -> WebhookRequests.delete(values.required(WEBHOOK_ID)),
                    (deleted, values) -> Reply.deleted(WEBHOOK_ID))
            .reading(WEBHOOK_ID);

    static final Row LIST_WEBHOOKS = ListRow.of(account, Webhook.class, Webhook::webhookId, "/webhooks")
            .filteredBy(List.of(EVENTS), AccountRows::event)
            .row();

    static final Row LIST_TAGS = ListRow.of(account, Tag.class, Tag::value, "/tags")
            .sortedBy("value", "videoCount")
            .filteredBy(List.of(VALUE))
            .row();

    static final Row CREATE_SUMMARY = Row.call(
                    summaries,
                    values -> SummaryRequests.create(
                            values.required(VIDEO_ID),
                            "auto".equals(values.get(ORIGIN)),
                            values.get(SUMMARY_ATTRIBUTES)),
                    (summary, values) -> Reply.named(SUMMARY_ID, summary.summaryId(), summary))
            .reading(VIDEO_ID, ORIGIN, SUMMARY_ATTRIBUTES);

    static final Row GET_SUMMARY_SOURCE = Row.call(
                    summaries,
                    values -> SummaryRequests.source(values.required(SUMMARY_ID)),
                    (source, values) -> Reply.answer(source))
            .reading(SUMMARY_ID);

    static final Row UPDATE_SUMMARY_SOURCE = Row.call(
                    summaries,
                    values -> SummaryRequests.updateSource(
                            values.required(SUMMARY_ID), AccountReading.summarySource(values)),
                    (source, values) -> Reply.answer(source))
            .reading(SUMMARY_ID);

    static final Row DELETE_SUMMARY = Row.call(
                    summaries,
                    values -> SummaryRequests.delete(values.required(SUMMARY_ID)),
                    (deleted, values) -> Reply.deleted(SUMMARY_ID))
            .reading(SUMMARY_ID);

    static final Row LIST_SUMMARIES = ListRow.of(summaries, Summary.class, Summary::summaryId, "/summaries")
            .sortedBy("createdAt", "updatedAt", "videoId")
            .filteredBy(List.of(VIDEO_ID, ORIGIN, SOURCE_STATUS))
            .row();

    static final Row GET_METRICS = Row.call(
                    analytics,
                    values -> MetricsRequests.get(
                            values.required(METRIC), values.required(AGGREGATION), MetricsFilter.of(values)),
                    (metrics, values) -> Reply.answer(metrics))
            .reading(METRIC, AGGREGATION)
            .reading(MetricsFilter.INPUTS);

    static final Row GET_METRICS_BREAKDOWN = ListRow.of(
                    analytics,
                    MetricsBreakdown.class,
                    MetricsBreakdown::dimensionValue,
                    "/data/buckets/{metric}/{breakdown}")
            .in(METRIC)
            .in(BREAKDOWN)
            .sortedBy("dimensionValue", "metricValue")
            .filteredBy(MetricsFilter.INPUTS, MetricsFilter::of)
            .row();

    static final Row GET_METRICS_OVER_TIME = ListRow.of(
                    analytics, MetricsOverTime.class, MetricsOverTime::emittedAt, "/data/timeseries/{metric}")
            .in(METRIC)
            .sortedBy("emittedAt", "metricValue")
            .filteredBy(MetricsFilter.INPUTS_OVER_TIME, MetricsFilter::overTime)
            .row();

    private AccountRows() {}

    private static OperationHandler createWebhook(OperationContext context) {
        return exchange -> {
            ExchangeValues values = context.values(exchange);
            return context.call(WebhookRequests.create(values.required(WEBHOOK_URL), values.required(EVENTS)))
                    .thenCompose(webhook -> withSecret(webhook, context))
                    .thenApply(webhook -> Reply.named(WEBHOOK_ID, webhook.webhookId(), webhook));
        };
    }

    // Without its secret a webhook is of no use.
    private static CompletableFuture<Webhook> withSecret(Webhook webhook, OperationContext context) {
        return webhook.signatureSecret() != null
                ? CompletableFuture.completedFuture(webhook)
                : context.call(WebhookRequests.get(webhook.webhookId()));
    }

    private static List<Parameter> event(ExchangeValues values) {
        String event = AccountInputs.oneEvent(values.get(EVENTS));
        return event == null ? List.of() : List.of(new Parameter("events", event));
    }
}
