// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoDevServiceWithAKeyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(archive -> archive.addClass(UploadRoute.class))
            .overrideConfigKey("camel.component.apivideo.api-key", "aKeyOfOnesOwn")
            .setLogRecordPredicate(record -> record.getMessage().contains("dev service"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Inject
    Config config;

    @Test
    void leavesTheKeyAndTheAddressAlone() {
        assertThat(config.getValue("camel.component.apivideo.api-key", String.class))
                .isEqualTo("aKeyOfOnesOwn");
        assertThat(config.getOptionalValue("camel.component.apivideo.base-uri", String.class))
                .isEmpty();
    }
}
