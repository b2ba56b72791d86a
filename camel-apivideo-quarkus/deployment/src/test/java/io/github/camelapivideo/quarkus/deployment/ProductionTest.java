// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusProdModeTest;
import jakarta.enterprise.event.Observes;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProductionTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(archive -> archive.addClass(Uploads.class))
            .setRun(true)
            .setExpectExit(true);

    @Test
    void asksForAKeyAndStartsNoSimulator() {
        assertThat(APPLICATION.getStartupConsoleOutput())
                .contains("No credentials: set apiKey")
                .doesNotContain("dev service");
        assertThat(APPLICATION.getExitCode()).isOne();
    }

    public static final class Uploads {
        void start(@Observes StartupEvent event, CamelContext context) {
            context.getEndpoint("apivideo:upload");
        }
    }
}
