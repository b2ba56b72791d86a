// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.Collection;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readiness tells whether the account answers. */
class HealthTest {

    private static final String API_KEY = "apiKeyThatNobodyMaySee0123456789";

    private ApiVideoFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = ApiVideoFixture.start(simulator -> simulator.apiKey(API_KEY), context -> {
            DefaultHealthCheckRegistry registry = new DefaultHealthCheckRegistry();
            registry.setCamelContext(context);
            HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
            producers.setEnabled(true);
            registry.register(producers);
            context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        });
        fixture.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").to("apivideo:upload?apiKey=" + API_KEY);
            }
        });
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private HealthCheck.Result readiness() {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(fixture.context);
        return results.stream()
                .filter(result -> result.getCheck().getId().contains("apivideo"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsUpWhileTheAccountAnswersAndDownWhileItDoesNot() {
        assertThat(readiness().getState()).isEqualTo(State.UP);

        fixture.simulator.faults().on(RequestKind.LIST).times(1).then(Fault.status(503));
        HealthCheck.Result down = readiness();
        assertThat(down.getState()).isEqualTo(State.DOWN);
        assertThat(down.getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains("503"));

        assertThat(readiness().getState()).isEqualTo(State.UP);
    }

    @Test
    void itIsDownForAWrongKeyAndSaysSoWithoutTheKey() {
        fixture.simulator.suspendAccount(true);
        HealthCheck.Result down = readiness();
        assertThat(down.getState()).isEqualTo(State.DOWN);
        assertThat(down.getDetails())
                .containsEntry("service", fixture.simulator.baseUri().toString());
        assertThat(down.getCheck().getId() + down.getMessage() + down.getDetails() + down.getError())
                .doesNotContain(API_KEY);
    }

    @Test
    void itSaysNothingOfBeingAlive() {
        assertThat(HealthCheckHelper.invokeLiveness(fixture.context))
                .noneMatch(result -> result.getCheck().getId().contains("apivideo"));
    }

    @Test
    void itIsSwitchedOffWithTheComponentsOption() throws Exception {
        fixture.context.getComponent("apivideo", ApiVideoComponent.class).setHealthCheckProducerEnabled(false);
        fixture.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:b").to("apivideo:upload?title=off");
            }
        });
        int asked = fixture.simulator.requests(RequestKind.LIST).size();
        HealthCheckHelper.invokeReadiness(fixture.context);
        assertThat(fixture.simulator.requests(RequestKind.LIST)).hasSize(asked + 1);
    }
}
