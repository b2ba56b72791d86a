// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoConstants;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSourceKameletTest {

    @RegisterExtension
    final PollingFixture fixture = new PollingFixture();

    @ParameterizedTest
    @ValueSource(strings = {"news", "a&b=c", "100%25 +1", "(x)&RAW(y)", "köln 映画"})
    void aVideoThatFitsReachesTheRouteAsJsonWithItsHeaders(String text) throws Exception {
        MockEndpoint videos = poll(Map.of(
                "apiKey",
                fixture.service().apiKey(),
                "baseUri",
                fixture.service().baseUri().toString(),
                "delay",
                "20",
                "since",
                "beginning",
                "title",
                text,
                "metadata",
                new ObjectMapper().writeValueAsString(Map.of("desk", text))));
        fixture.create("another");

        String videoId =
                fixture.create(Map.of(ApiVideoConstants.TITLE, text, ApiVideoConstants.METADATA, Map.of("desk", text)));

        Awaitility.await().until(() -> videos.getReceivedCounter() == 1);
        Exchange video = videos.getExchanges().get(0);
        assertThat(video.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(videoId);
        assertThat(video.getMessage().getBody()).isInstanceOf(String.class);
        assertThat(new ObjectMapper()
                        .readTree(video.getMessage().getBody(String.class))
                        .at("/title")
                        .asText())
                .isEqualTo(text);
    }

    private MockEndpoint poll(Map<String, String> properties) throws Exception {
        Properties all = new Properties();
        properties.forEach((name, value) -> all.put("camel.kamelet.apivideo-video-source." + name, value));
        fixture.context().getPropertiesComponent().setOverrideProperties(all);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:apivideo-video-source").to("mock:videos");
            }
        });
        return fixture.context().getEndpoint("mock:videos", MockEndpoint.class);
    }
}
