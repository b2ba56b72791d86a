// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.client.HttpTimeouts;
import java.util.Map;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

/** The HTTP client's timeouts follow ours, unless they are set. */
class HttpTimeoutsTest {

    private final ApiVideoConfiguration options = new ApiVideoConfiguration();
    private final HttpComponent http = new HttpComponent();

    private Map<String, Object> timeouts(Map<String, Object> set) {
        return HttpTimeouts.of(new ConfiguredOptions(options)).options(http, set);
    }

    @Test
    void theClientItselfLimitsNothingButTheConnecting() {
        options.setConnectTimeout(200_000);
        options.setStallTimeout(400_000);
        options.setAnswerTimeout(500_000L);
        assertThat(timeouts(Map.of()))
                .containsOnly(
                        Map.entry("connectTimeout", Timeout.ofMilliseconds(200_000)),
                        Map.entry("soTimeout", Timeout.ZERO_MILLISECONDS));
    }

    @Test
    void whatIsSetForTheClientWins() {
        http.setConnectTimeout(5000);
        http.setSoTimeout(6000);
        assertThat(timeouts(Map.of())).isEmpty();
        http.setConnectTimeout(180_000);
        assertThat(timeouts(Map.of("connectTimeout", "7000"))).containsOnly(Map.entry("connectTimeout", "7000"));
    }
}
