// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook is created once, whatever is lost, and its secret is known then. */
class WebhookTest {

    private static final String URI = "createWebhook?webhookUrl=http://localhost:1/hook&events=";
    private static final String EVENTS = "video.summary.generated,video.caption.generated";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> exchange.getMessage()
                .setHeaders(new HashMap<>(headers)));
    }

    private Webhook webhook(String operation) {
        Exchange exchange = call(operation, Map.of());
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Webhook.class);
    }

    private int webhooks() {
        return call("listWebhooks", Map.of()).getMessage().getBody(List.class).size();
    }

    @Test
    void anAnswerThatIsLostLeavesNoTwin() {
        fixture.simulator().faults().on("POST", "/webhooks").times(1).then(Fault.loseAnswer());
        Webhook webhook = webhook(URI + EVENTS);
        assertThat(webhook.events()).containsExactlyInAnyOrder(EVENTS.split(","));
        assertThat(webhook.signatureSecret()).startsWith("sig_sec_");
        assertThat(webhooks()).isEqualTo(1);
    }

    @Test
    void aWebhookForOtherEventsIsNotTakenForTheLostOne() {
        webhook(URI + "video.summary.generated");
        fixture.simulator().faults().on("POST", "/webhooks").times(1).then(Fault.loseAnswer());
        assertThat(webhook(URI + EVENTS).events()).hasSize(2);
        assertThat(webhooks()).isEqualTo(2);
    }

    @Test
    void aCreationThatWasNotCarriedOutIsRepeated() {
        fixture.simulator().faults().on("POST", "/webhooks").times(1).then(Fault.status(503));
        webhook(URI + EVENTS);
        assertThat(webhooks()).isEqualTo(1);
    }

    @Test
    void aSecretThatTheAnswerLacksIsRead() {
        fixture.simulator().faults().on("POST", "/webhooks").times(1).then(Fault.leaveOutOfAnswer("/signatureSecret"));
        assertThat(webhook(URI + EVENTS).signatureSecret()).startsWith("sig_sec_");
    }

    @Test
    void itsSecretIsNotPrinted() {
        Webhook webhook = webhook(URI + EVENTS);
        assertThat(webhook.toString()).doesNotContain(webhook.signatureSecret()).doesNotContain("/hook");
        assertThat(fixture.context().getTypeConverter().convertTo(String.class, webhook))
                .contains(webhook.signatureSecret());
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host/hook?token=abc, ftp://host...",
        "/hook?token=abc, ...",
        "http://, http://...",
        "ftp://user:password@host/hook, ftp://...",
        "https://user:pass/word@host/a b, https://...",
        "http:///hook, http://...",
        "https://host/with space, https://host..."
    })
    void aUrlOfAnotherFormIsRefused(String url, String shown) {
        assertThat(call("createWebhook?events=a", Map.of(ApiVideoConstants.WEBHOOK_URL, url))
                        .getException())
                .hasMessage("webhookUrl=" + shown
                        + ": allowed is a URL that begins with http:// or https:// and has a host");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a b", "video/summary"})
    void aTextThatNamesNoEventsIsRefused(String events) {
        assertThat(call("createWebhook?webhookUrl=http://h", Map.of(ApiVideoConstants.EVENTS, events))
                        .getException())
                .hasMessage("events=" + events + ": allowed are names of events separated by commas, as in"
                        + " video.encoding.quality.completed");
    }

    @Test
    void bothAreRequired() {
        assertThat(call("createWebhook?events=a", Map.of()).getException())
                .hasMessage("webhookUrl: is missing; set the option, or the header CamelApiVideoWebhookUrl");
        assertThat(call("createWebhook?webhookUrl=http://h", Map.of()).getException())
                .hasMessage("events: is missing; set the option, or the header CamelApiVideoEvents");
    }
}
