// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void signsAsTheContractsExample() {
        byte[] body = ("{\"type\":\"video.encoding.quality.completed\",\"emittedAt\":\"2026-01-02T03:04:05+00:00\","
                        + "\"videoId\":\"viContract1\",\"encoding\":\"hls\",\"quality\":\"240p\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(body).hasSize(141);
        assertThat(Signature.of(body, "sig_sec_contractvector0001"))
                .isEqualTo("e013d0056917b0bb8777db287e8526940a443a9d4799ef9e575601505c9c3566");
    }
}
