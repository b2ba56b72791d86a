// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A route of a Spring Boot application polls for videos. */
class VideosTest {

    @RegisterExtension
    final EventApplication application = new EventApplication();

    @Test
    void receivesTheVideosThatThePropertiesChoose() throws Exception {
        MockEndpoint received = application.start(
                "apivideo:videos?initialDelay=0&delay=50",
                "camel.component.apivideo.emit=published",
                "camel.component.apivideo.since=beginning");
        received.expectedMessageCount(1);

        application.create("public=false&title=private");
        String videoId = application.create("title=public");

        received.assertIsSatisfied();
        Exchange exchange = received.getExchanges().get(0);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(videoId);
        assertThat(exchange.getMessage().getBody(Video.class).title()).isEqualTo("public");
    }
}
