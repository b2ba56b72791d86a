// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.spi.ThreadPoolProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readiness tells whether the account answers. */
class HealthTest {

    private static final String API_KEY = "apiKeyThatNobodyMaySee0123456789";

    private static final int LANES = 3;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void start() throws Exception {
        start(simulator -> {});
    }

    private void start(Consumer<ApiVideoSimulator.Builder> settings) throws Exception {
        Consumer<ApiVideoSimulator.Builder> withKey = simulator -> simulator.apiKey(API_KEY);
        fixture.restart(withKey.andThen(settings), context -> {
            ThreadPoolProfile profile = new ThreadPoolProfile("apivideo");
            profile.setMaxPoolSize(LANES);
            context.getExecutorServiceManager().registerThreadPoolProfile(profile);
            DefaultHealthCheckRegistry registry = new DefaultHealthCheckRegistry();
            registry.setCamelContext(context);
            HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
            producers.setEnabled(true);
            registry.register(producers);
            context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        });
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").to("apivideo:upload?apiKey=" + API_KEY);
            }
        });
    }

    private HealthCheck.Result readiness() {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(fixture.context());
        return results.stream()
                .filter(result -> result.getCheck().getId().contains("apivideo"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsUpWhileTheAccountAnswersAndDownWhileItDoesNot() {
        assertThat(readiness().getState()).isEqualTo(State.UP);

        fixture.simulator().faults().on(RequestKind.LIST).times(1).then(Fault.status(503));
        HealthCheck.Result down = readiness();
        assertThat(down.getState()).isEqualTo(State.DOWN);
        assertThat(down.getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains("503"));

        assertThat(readiness().getState()).isEqualTo(State.UP);
    }

    @Test
    void itIsDownForAWrongKeyAndSaysSoWithoutTheKey() {
        fixture.simulator().suspendAccount(true);
        HealthCheck.Result down = readiness();
        assertThat(down.getState()).isEqualTo(State.DOWN);
        assertThat(down.getDetails())
                .containsEntry("service", fixture.simulator().baseUri().toString());
        assertThat(down.getCheck().getId() + down.getMessage() + down.getDetails() + down.getError())
                .doesNotContain(API_KEY);
    }

    @Test
    void itSaysNothingOfBeingAlive() {
        assertThat(HealthCheckHelper.invokeLiveness(fixture.context()))
                .noneMatch(result -> result.getCheck().getId().contains("apivideo"));
    }

    @Test
    void itIsSwitchedOffWithTheComponentsOption() throws Exception {
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).setHealthCheckProducerEnabled(false);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:b").to("apivideo:upload?title=off");
            }
        });
        int asked = fixture.simulator().requests(RequestKind.LIST).size();
        HealthCheckHelper.invokeReadiness(fixture.context());
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(asked + 1);
    }

    @Test
    void anAccountThatIsMerelyBusyIsUp() throws Exception {
        start(simulator -> simulator.rateLimits(RateLimits.of(100, 100, 2)));
        Exchange created = fixture.template().request("apivideo:createVideo?title=t", exchange -> {});
        Map<String, Object> video =
                Map.of(ApiVideoConstants.VIDEO_ID, created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID));
        for (int time = 0; time < 2; time++) {
            fixture.template().requestBodyAndHeaders("apivideo:getStatus", null, video);
        }
        fixture.template().asyncRequestBodyAndHeaders("apivideo:getStatus", null, video);
        CountDownLatch end = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.hold(end));
        for (int number = 0; number < 2 * LANES; number++) {
            fixture.template().asyncSend("direct:a", exchange -> exchange.getMessage()
                    .setBody(TestVideo.of(10).bytes()));
        }
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == LANES);

        assertThat(readiness().getState()).isEqualTo(State.UP);
        assertThat(fixture.simulator().requests(RequestKind.LIST))
                .isNotEmpty()
                .allMatch(request -> request.status() == 429);
        end.countDown();
    }

    @Test
    void sharesOneAnswerBetweenConcurrentChecks() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.LIST).then(Fault.hold(end));
        List<CompletableFuture<Void>> answers = Stream.generate(() -> fixture.context()
                        .getComponent("apivideo", ApiVideoComponent.class)
                        .askAccount())
                .limit(5)
                .toList();
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        end.countDown();
        for (CompletableFuture<Void> answer : answers) {
            answer.get(10, TimeUnit.SECONDS);
        }
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(1);
        assertThat(readiness().getState()).as("the next asks anew").isEqualTo(State.UP);
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(2);
    }

    @Test
    void nothingIsKnownWhenTheComponentHasStopped() {
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).stop();
        assertThat(readiness().getState()).isEqualTo(State.UNKNOWN);
    }
}
