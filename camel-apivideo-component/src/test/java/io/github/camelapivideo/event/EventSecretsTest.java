// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.support.TracedLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The secrets of webhooks are not logged, not even at TRACE. */
class EventSecretsTest {

    private static final String FAILING = "vi1";

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @Test
    void noSecretIsLoggedWhateverIsDelivered() throws Exception {
        // Camel itself logs the URI.
        fixture.apiVideo().options().setWebhookSecret(EventFixture.SECRET);
        fixture.receive("webhookRegistration=owned&webhookUrl=" + fixture.url(), exchange -> {
            if (exchange.getMessage().getBody(String.class).contains(FAILING)) {
                throw new IllegalStateException("the database is down");
            }
        });
        String secret = webhooks().get(0).signatureSecret();

        fixture.emitQuality(FAILING, "240p");
        fixture.deliver("{}", "X-Api-Video-Signature", "forged");
        fixture.deliverSigned("[]");
        await().until(() -> fixture.answers().equals(List.of(500, 500, 500, 500)));
        fixture.context().getRouteController().stopRoute("events");

        assertThat(secret).startsWith("sig_sec_");
        assertThat(log.lines()).isNotEmpty().noneSatisfy(line -> assertThat(line)
                .containsAnyOf(secret, EventFixture.SECRET));
    }

    @SuppressWarnings("unchecked")
    private List<Webhook> webhooks() {
        return fixture.apiVideo().template().requestBody("apivideo:listWebhooks", null, List.class);
    }
}
