// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoDevServiceWhenTurnedOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.camel-apivideo.devservices.enabled", "false")
            .setLogRecordPredicate(record -> record.getMessage().contains("dev service"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Inject
    Config config;

    @Test
    void leavesTheComponentAsItIs() {
        assertThat(config.getPropertyNames()).noneMatch(name -> name.startsWith("camel.component.apivideo"));
    }
}
