// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.Video;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** A route of a Quarkus application polls for videos. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class VideosTest {

    @Inject
    ProducerTemplate account;

    @Inject
    ConsumerTemplate routes;

    @Test
    void receivesTheVideosThatThePropertiesChoose() {
        create("public=false&title=private");
        String videoId = create("title=public");

        Exchange received = routes.receive("seda:videos", 20_000);

        assertThat(received.getMessage().getHeader("CamelApiVideoId")).isEqualTo(videoId);
        assertThat(received.getMessage().getBody(Video.class).title()).isEqualTo("public");
        assertThat(routes.receiveNoWait("seda:videos")).isNull();
    }

    private String create(String options) {
        return account.request("apivideo:createVideo?" + options, exchange -> {})
                .getMessage()
                .getHeader("CamelApiVideoId", String.class);
    }
}
