// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.camelapivideo.api.account.Webhook;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The secrets of webhooks are not logged, not even at TRACE. */
class EventSecretsTest {

    private static final String FAILING = "vi1";

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    private final Lines log = new Lines();
    private Logger root;
    private Level before;

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            // The simulator is the other side; what it logs does not count.
            if (!event.getLoggerName().matches("(io\\.github\\.camelapivideo\\.simulator|org\\.eclipse\\.jetty).*")) {
                lines.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    @BeforeEach
    void traceEverything() {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        before = root.getLevel();
        log.setContext(logback);
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopTracing() {
        root.setLevel(before);
        root.detachAppender(log);
    }

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
        assertThat(log.lines).isNotEmpty().noneSatisfy(line -> assertThat(line)
                .containsAnyOf(secret, EventFixture.SECRET));
    }

    @SuppressWarnings("unchecked")
    private List<Webhook> webhooks() {
        return fixture.apiVideo().template().requestBody("apivideo:listWebhooks", null, List.class);
    }
}
