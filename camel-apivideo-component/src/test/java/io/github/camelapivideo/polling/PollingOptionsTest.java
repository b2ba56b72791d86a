// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options of a polling route may be, and what its health check tells. */
class PollingOptionsTest {

    @RegisterExtension
    final PollingFixture polling = new PollingFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emit=deleted | emit=deleted: allowed are created, published, playable, discarded, abandoned",
                "emit=abandoned&maxAge=59m | maxAge=3540000: allowed is 1h (3600000 ms) or more",
                "since=yesterday | since=yesterday: allowed are now, beginning, a time with its offset",
                "maxMessagesPerPoll=-1 | maxMessagesPerPoll=-1: allowed is a whole number, 0 for no limit",
                "maxRetries=-1 | maxRetries=-1: allowed is 0 or more",
                "delay=soon | delay=soon: allowed are milliseconds",
                "sortBy=title | sortBy: videos does not read this option; allowed are emit, since,",
                "webhookPath=/a | webhookPath: videos does not read this option",
                "uploadToken=to1 | uploadToken: videos does not read this option",
            })
    void anOptionThatCannotBeIsRefused(String option, String message) {
        assertThatThrownBy(() -> polling.context().getEndpoint("apivideo:videos?" + option))
                .hasStackTraceContaining(message);
    }

    @Test
    void anOptionOfPollsIsNotForOthers() {
        assertThatThrownBy(() -> polling.context().getEndpoint("apivideo:events?webhookSecret=x&delay=5"))
                .hasStackTraceContaining("delay: events does not read this option");
        assertThatThrownBy(() -> polling.context().getEndpoint("apivideo:upload?scheduler.cron=x"))
                .hasStackTraceContaining("scheduler: upload does not read this option");
    }

    @Test
    void pollsAreNotForTo() {
        assertThatThrownBy(() -> polling.apiVideo().template().send("apivideo:videos", exchange -> {}))
                .hasMessageContaining("apivideo:videos is a name for from(); to() knows upload, createVideo");
    }

    @Test
    void pollsNeedAnAccount() {
        polling.apiVideo().options().setApiKey(null);
        assertThatThrownBy(() -> polling.context().getEndpoint("apivideo:videos"))
                .hasStackTraceContaining("apiKey: is missing; apivideo:videos asks the account");
    }

    @Test
    void theHealthCheckTellsWhetherTheLatestPollHasFailedAndNoKey() throws Exception {
        polling.apiVideo().restart(simulator -> {}, PollingOptionsTest::checkConsumers);
        polling.poll("since=now&maxRetries=0");
        await().atMost(PATIENCE).until(() -> health().getState() == State.UP);
        polling.service().faults().on(RequestKind.LIST).then(Fault.status(503));
        await().atMost(PATIENCE).until(() -> health().getState() == State.DOWN);
        HealthCheck.Result down = health();
        assertThat(down.getDetails()).containsEntry("service.status.code", 503);
        assertThat("" + down.getMessage() + down.getDetails() + down.getError())
                .contains("videos")
                .contains("503")
                .doesNotContain(polling.service().apiKey());
    }

    private static void checkConsumers(CamelContext context) {
        DefaultHealthCheckRegistry registry = new DefaultHealthCheckRegistry();
        registry.setCamelContext(context);
        HealthCheckRepository consumers = (HealthCheckRepository) registry.resolveById("consumers");
        consumers.setEnabled(true);
        registry.register(consumers);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    }

    private HealthCheck.Result health() {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(polling.context());
        return results.stream()
                .filter(result -> result.getCheck().getId().equals("consumer:videos"))
                .findFirst()
                .orElseThrow();
    }
}
