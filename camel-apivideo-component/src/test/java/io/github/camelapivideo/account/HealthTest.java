// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
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
            registry.setExposureLevel("full");
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

    private void producers(int number, String scheme) throws Exception {
        for (int each = 0; each < number; each++) {
            String from = "direct:" + scheme + each;
            String uri = scheme + ":upload?title=" + each;
            fixture.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from).to(uri);
                }
            });
        }
    }

    private List<HealthCheck.Result> allReadiness() {
        return HealthCheckHelper.invokeReadiness(fixture.context()).stream()
                .filter(result -> result.getCheck().getId().contains("apivideo"))
                .toList();
    }

    private HealthCheck.Result readiness() {
        return allReadiness().get(0);
    }

    private List<State> states() {
        return allReadiness().stream().map(HealthCheck.Result::getState).toList();
    }

    // The first answer of a cold JVM may come later than a check waits.
    private void awaitUp(int number) {
        Awaitility.await().untilAsserted(() -> assertThat(states()).isEqualTo(Collections.nCopies(number, State.UP)));
    }

    private List<RecordedRequest> pings() {
        return fixture.simulator().requests(RequestKind.LIST);
    }

    @Test
    void isDownWithTheReasonWhileTheAccountFailsAndUpAgainAfterIt() {
        fixture.simulator().faults().on(RequestKind.LIST).times(1).then(Fault.status(503));
        Awaitility.await().untilAsserted(() -> {
            HealthCheck.Result down = readiness();
            assertThat(down.getState()).isEqualTo(State.DOWN);
            assertThat(down.getMessage())
                    .hasValueSatisfying(text -> assertThat(text).contains("503"));
            assertThat(down.getDetails()).containsEntry("service.status.code", 503);
        });

        awaitUp(1);
    }

    @Test
    void manyChecksShareOneAnswerForAShortTime() throws Exception {
        producers(39, "apivideo");
        awaitUp(40);
        for (int probe = 0; probe < 10; probe++) {
            assertThat(allReadiness()).hasSize(40);
        }
        assertThat(pings()).hasSizeBetween(1, 3);
    }

    @Test
    void twoComponentsWithOneAccountShareTheAnswer() throws Exception {
        ApiVideoComponent second = new ApiVideoComponent();
        second.setConfiguration(fixture.options().copy());
        fixture.context().addComponent("other-apivideo", second);
        producers(1, "other-apivideo");

        awaitUp(2);
        assertThat(pings()).hasSize(1);
    }

    @Test
    void anotherAccountIsAskedItself() throws Exception {
        ApiVideoComponent second = new ApiVideoComponent();
        ApiVideoConfiguration options = fixture.options().copy();
        options.setApiKey("aKeyThatDoesNotExist0123456789");
        second.setConfiguration(options);
        fixture.context().addComponent("other-apivideo", second);
        producers(1, "other-apivideo");

        Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder(State.UP, State.DOWN));
    }

    @Test
    void allChecksOfASilentAccountWaitForOneQuestionAndItsLateAnswerCounts() throws Exception {
        producers(9, "apivideo");
        CountDownLatch end = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.LIST).times(1).then(Fault.hold(end));
        long begin = System.nanoTime();

        List<HealthCheck.Result> results = allReadiness();

        // One wait takes 2 s. Waits of their own would take 10 s: then the question ends.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(7));
        assertThat(results).hasSize(10).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage())
                    .hasValueSatisfying(text -> assertThat(text).matches("The account has not answered for \\d+ s"));
        });
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        assertThat(pings()).hasSizeLessThanOrEqualTo(1);

        end.countDown();
        awaitUp(10);
    }

    @Test
    void aSuccessfulRequestIsAnAnswer() {
        assertThat(fixture.template()
                        .request("apivideo:createVideo?title=t", exchange -> {})
                        .getException())
                .isNull();

        assertThat(readiness().getState()).isEqualTo(State.UP);
        assertThat(pings()).isEmpty();
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
        Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder(State.UP, State.UNKNOWN));
    }

    @Test
    void anAccountThatIsMerelyBusyIsUp() throws Exception {
        start(simulator -> simulator.rateLimits(RateLimits.of(100, 100, 2)));
        String video = videoAndNoReadsLeft();
        fixture.template().asyncRequestBodyAndHeader("apivideo:getStatus", null, ApiVideoConstants.VIDEO_ID, video);
        Awaitility.await()
                .until(() -> fixture.simulator().requests().stream().anyMatch(request -> request.status() == 429));
        CountDownLatch end = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.hold(end));
        for (int number = 0; number < 2 * LANES; number++) {
            fixture.template().asyncSend("apivideo:createVideo?title=t", exchange -> {});
        }
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == LANES);

        Awaitility.await().until(() -> readiness().getState() == State.UP);
        assertThat(pings()).isNotEmpty().allMatch(request -> request.status() == 429);
        end.countDown();
    }

    /** Another application makes a video, and all the reads of this minute. */
    private String videoAndNoReadsLeft() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.getComponent("apivideo", ApiVideoComponent.class)
                    .setConfiguration(fixture.options().copy());
            other.start();
            ProducerTemplate template = other.createProducerTemplate();
            String video = template.request("apivideo:createVideo?title=t", exchange -> {})
                    .getMessage()
                    .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
            for (int read = 0; read < 2; read++) {
                template.requestBodyAndHeader("apivideo:getStatus", null, ApiVideoConstants.VIDEO_ID, video);
            }
            return video;
        }
    }

    @Test
    void sharesOneAnswerBetweenConcurrentChecks() {
        CountDownLatch end = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.LIST).then(Fault.hold(end));
        List<CompletableFuture<Void>> answers = Stream.generate(() -> fixture.context()
                        .getComponent("apivideo", ApiVideoComponent.class)
                        .askAccount())
                .limit(5)
                .toList();
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        end.countDown();
        Awaitility.await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
        awaitUp(1);
        assertThat(pings()).hasSize(1);
    }

    @Test
    void nothingIsKnownWhenTheComponentHasStopped() {
        awaitUp(1);
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).stop();
        assertThat(readiness().getState()).isEqualTo(State.UNKNOWN);
    }
}
