// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoEndpoint;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code from()} allows, and where it finds an HTTP server. */
class FeedTest {

    private static final String EVENTS = "apivideo:events?webhookSecret=x";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    // The usual server is on the classpath of these tests.
    @BeforeEach
    void withoutTheUsualServer() {
        fixture.context().addComponent("platform-http", fixture.context().getComponent("mock"));
    }

    @Test
    void anOperationIsNotForFrom() {
        assertThatThrownBy(() -> receive("apivideo:upload"))
                .hasRootCauseMessage("apivideo:upload is an operation for to(); from() knows events, videos");
    }

    @Test
    void aFeedIsNotForTo() {
        assertThatThrownBy(() -> fixture.template().send(EVENTS, exchange -> {}))
                .hasMessageContaining("apivideo:events is a name for from(); to() knows upload, createVideo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title=a | title: events does not read this option; allowed are webhookPath, webhookSecret",
                "uploadToken=a | uploadToken: events does not read this option",
                "allowHeaderOverrides=false | allowHeaderOverrides: events does not read this option",
                "webhookPath=events | webhookPath=events: allowed is a path",
                "webhookPath=/a/../b | webhookPath=/a/../b: allowed is a path",
                "webhookPath=/{a} | webhookPath=/{a}: allowed is a path",
                "events=all | events=all: allowed are names such as video.encoding.quality.completed",
                "qualities=720p;480p | qualities=720p;480p: allowed are qualities such as 720p",
                "acknowledge=later | acknowledge=later: allowed are processed, received",
                "collapse=all | collapse=all: allowed are none, encoded",
                "webhookRegistration=reuse | webhookUrl: webhookRegistration=reuse needs the public URL of the route",
                "webhookRegistration=owned&webhookUrl=ftp://a | webhookUrl: webhookRegistration=owned needs the public URL",
                "webhookMaxPayloadSize=1GiB | webhookMaxPayloadSize=1073741824: allowed is up to 16MiB",
            })
    void anOptionThatCannotBeIsRefused(String option, String message) {
        assertThatThrownBy(() -> receive(EVENTS + "&" + option)).hasStackTraceContaining(message);
    }

    @Test
    void aRouteWithoutASecretDoesNotStart() {
        assertThatThrownBy(() -> receive("apivideo:events"))
                .hasStackTraceContaining("webhookSecret: is missing; without the signatureSecret of the webhook");
        assertThatThrownBy(() -> receive("apivideo:events?webhookSecret=a,b,c"))
                .hasStackTraceContaining("webhookSecret: has 3 secrets; allowed are 1, or 2");
    }

    @Test
    void aRouteThatAsksTheAccountNeedsItsKey() {
        fixture.options().setApiKey(null);
        assertThatThrownBy(() -> receive("apivideo:events?webhookRegistration=reuse&webhookUrl=https://example.org"))
                .hasStackTraceContaining(
                        "apiKey: is missing; webhookRegistration=reuse and collapse=none ask the account");
        assertThatThrownBy(() -> receive(EVENTS + "&collapse=encoded"))
                .hasStackTraceContaining("apiKey: is missing; webhookRegistration=none and collapse=encoded");
    }

    @Test
    void noTextOfTheEndpointHasTheSecret() {
        String secret = "sig_sec_contractvector0001";
        ApiVideoEndpoint endpoint =
                fixture.context().getEndpoint("apivideo:events?webhookSecret=" + secret, ApiVideoEndpoint.class);
        assertThat(endpoint.toString()).doesNotContain(secret);
        assertThatThrownBy(() -> receive("apivideo:events?webhookSecret=" + secret + "&webhookPath=x"))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain(secret));
    }

    @Test
    void anOptionOfAFeedIsNotForAnOperation() {
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:upload?webhookPath=/a"))
                .hasRootCauseMessage("webhookPath: upload does not read this option; allowed are "
                        + String.join(", ", ApiVideoOperation.upload.options())
                        + ", and the options of all operations, which are in docs/options.md");
    }

    @Test
    void theServerIsTheAskedOneOrThatOfTheRestConfigurationOrTheOnlyOne() throws Exception {
        Server one = server("one");
        receive(EVENTS);
        assertThat(one.paths).containsExactly("POST /apivideo/events");

        Server two = server("two");
        receive(EVENTS + "&httpServerComponent=two&webhookPath=/two");
        assertThat(two.paths).containsExactly("POST /two");

        fixture.context().getRestConfiguration().setComponent("one");
        receive(EVENTS + "&webhookPath=/rest");
        assertThat(one.paths).containsExactly("POST /apivideo/events", "POST /rest");
    }

    @Test
    void severalServersHaveToBeChosenFrom() {
        server("one");
        server("two");
        assertThatThrownBy(() -> receive(EVENTS))
                .hasStackTraceContaining(
                        "apivideo:events finds several HTTP servers: set httpServerComponent to one of one, two");
    }

    @Test
    void aMissingServerIsExplained() {
        assertThatThrownBy(() -> receive(EVENTS))
                .hasStackTraceContaining("add the dependency camel-platform-http-main");
        assertThatThrownBy(() -> receive(EVENTS + "&httpServerComponent=seda"))
                .hasStackTraceContaining(
                        "httpServerComponent=seda: allowed is the name of a component that serves HTTP");
    }

    private void receive(String uri) throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("mock:events");
            }
        });
    }

    private Server server(String name) {
        Server server = new Server();
        fixture.context().getRegistry().bind(name, server);
        return server;
    }

    /** An HTTP server that only remembers what it was asked to serve. */
    private static final class Server implements RestConsumerFactory {
        private final List<String> paths = new ArrayList<>();

        @Override
        public Consumer createConsumer(
                CamelContext context,
                Processor processor,
                String verb,
                String basePath,
                String uriTemplate,
                String consumes,
                String produces,
                RestConfiguration configuration,
                Map<String, Object> parameters) {
            paths.add(verb + " " + basePath);
            return new DefaultConsumer(context.getEndpoint("mock:" + paths.size()), processor);
        }
    }
}
