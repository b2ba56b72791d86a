// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The actuator says whether the account answers. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class HealthTest {

    private static final String INDICATOR = "apivideoHealthIndicator";

    private ApiVideoSimulator simulator;
    private ApplicationContextRunner application;

    @BeforeEach
    void configure(ApiVideoSimulator started) {
        simulator = started;
        application = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class,
                        ApiVideoComponentAutoConfiguration.class,
                        ApiVideoActuatorAutoConfiguration.class))
                .withPropertyValues("camel.component.apivideo.base-uri=" + simulator.baseUri());
    }

    private ApplicationContextRunner withKey(String key) {
        return application.withPropertyValues("camel.component.apivideo.api-key=" + key);
    }

    private static Health health(ApplicationContext context) {
        return context.getBean(INDICATOR, HealthIndicator.class).getHealth(true);
    }

    // The first answer of a cold JVM may come later than a check waits.
    private static void awaitUp(ApplicationContext context) {
        await().until(() -> health(context).getStatus().equals(Status.UP));
    }

    @Test
    void itIsUpWhileTheAccountAnswersAndAsksSeldom() {
        withKey(simulator.apiKey()).run(context -> {
            awaitUp(context);
            for (int probe = 0; probe < 10; probe++) {
                health(context);
            }
            assertThat(simulator.requests(RequestKind.LIST)).hasSizeBetween(1, 3);
        });
    }

    @Test
    void itIsDownWhileTheAccountDoesNotAnswerAndUpAgainAfterwards() {
        simulator.suspendAccount(true);
        withKey(simulator.apiKey()).run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);

            simulator.suspendAccount(false);
            awaitUp(context);
        });
    }

    @Test
    void aSilentServiceIsDownSoon() {
        CountDownLatch end = new CountDownLatch(1);
        simulator.faults().on(RequestKind.LIST).then(Fault.hold(end));
        withKey(simulator.apiKey()).run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat((String) health.getDetails().get("reason")).contains("The account has not answered for");
            end.countDown();
        });
    }

    @Test
    void reportsAWrongKeyWithoutTheKey() {
        withKey("keyThatNobodyMaySee").run(context -> {
            await().untilAsserted(() -> {
                Health health = health(context);
                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(health.getDetails()).containsEntry("status", 400);
                assertThat(health.toString()).doesNotContain("keyThatNobodyMaySee");
            });
        });
    }

    @Test
    void aServiceThatIsNotThereIsDown() {
        withKey(simulator.apiKey()).run(context -> {
            simulator.close();
            assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test
    void withAnUploadTokenAloneNothingIsKnown() {
        application
                .withPropertyValues("camel.component.apivideo.upload-token=toAnything")
                .run(context -> {
                    Health health = health(context);
                    assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
                    assertThat(health.getDetails()).containsKey("reason");
                });
    }

    @Test
    void itCanBeSwitchedOff() {
        withKey(simulator.apiKey())
                .withPropertyValues("management.health.apivideo.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(INDICATOR));
    }

    @Test
    void anApplicationWithoutActuatorDoesWithoutIt() {
        withKey(simulator.apiKey())
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(INDICATOR));
    }
}
