// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** The meters of the component are in the registry of the Quarkus application. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class MetersTest {

    @Inject
    ProducerTemplate account;

    @Inject
    MeterRegistry meters;

    @Test
    void theRegistryOfTheApplicationCountsRequests() {
        account.request("apivideo:createVideo?title=counted&public=false", exchange -> {});

        assertThat(meters.get("apivideo.requests")
                        .tags("operation", "POST /videos", "outcome", "success")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("apivideo.uploads.running").gauge().value()).isZero();
    }
}
