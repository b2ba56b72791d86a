// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import java.util.List;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that receive events, in YAML and in XML. */
class DeclaredEventsTest {

    private static final String YAML = """
            - route:
                id: declared
                from:
                  uri: apivideo:events
                  parameters:
                    webhookSecret: "{{secret}}"
                    events: video.encoding.quality.completed
                    qualities: 720p,1080p
                    acknowledge: processed
                  steps:
                    - to: mock:declared
            """;
    private static final String XML = """
            <routes xmlns="http://camel.apache.org/schema/xml-io">
              <route id="declared">
                <from uri="apivideo:events?webhookSecret={{secret}}&amp;qualities=720p,1080p"/>
                <to uri="mock:declared"/>
              </route>
            </routes>
            """;

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    void aDeclaredRouteReceivesTheEventsThatItsOptionsChoose(String language) throws Exception {
        EventFixture.Webhook webhook = fixture.createWebhook();
        fixture.context().getPropertiesComponent().addInitialProperty("secret", webhook.secret());
        PluginHelper.getRoutesLoader(fixture.context())
                .loadRoutes(ResourceHelper.fromString("declared." + language, language.equals("yaml") ? YAML : XML));
        MockEndpoint declared = fixture.context().getEndpoint("mock:declared", MockEndpoint.class);

        fixture.emitQuality("vi1", "240p");
        fixture.emitQuality("vi1", "720p");

        await().until(() -> fixture.answers().equals(List.of(202, 202)));
        assertThat(declared.getExchanges()).hasSize(1);
        assertThat(EventFixture.header(declared, ApiVideoConstants.QUALITY)).isEqualTo("720p");
    }
}
