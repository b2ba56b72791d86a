// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import io.github.camelapivideo.api.Video;
import org.apache.camel.builder.RouteBuilder;

/** Receives the events of the service about the videos of the desk. */
public final class WatchVideos extends RouteBuilder {

    private final Stories stories;

    public WatchVideos(Stories stories) {
        this.stories = stories;
    }

    @Override
    public void configure() {
        encoded();
        published();
    }

    private void encoded() {
        // An event wakes the upload that waits for its video: it need not ask again and again.
        from("apivideo:events?webhookRegistration={{newsroom.webhooks}}&webhookUrl={{newsroom.url}}/apivideo/events"
                        + "&events=video.encoding.quality.completed")
                .routeId("encoded")
                .startupOrder(1)
                .log("${header.CamelApiVideoEncoding} ${header.CamelApiVideoQuality} of ${header.CamelApiVideoId}");
    }

    private void published() {
        // After a start this gives all public videos of the desk, then those that another process has published.
        from("apivideo:videos?emit=published&since=beginning&metadata.desk=newsroom&delay={{newsroom.poll}}")
                .routeId("published")
                .process(exchange -> stories.published(exchange.getMessage().getBody(Video.class)));
    }
}
