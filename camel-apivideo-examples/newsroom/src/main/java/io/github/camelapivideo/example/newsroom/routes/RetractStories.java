// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;

/** Deletes the videos of a story when a message says so. A story that expires gets such a message, too. */
public final class RetractStories extends RouteBuilder {

    private final Stories stories;

    public RetractStories(Stories stories) {
        this.stories = stories;
    }

    @Override
    public void configure() {
        retract();
        expire();
    }

    private void retract() {
        from("jms:queue:stories.retract?transacted=true&lazyCreateTransactionManager=false"
                        + "&cacheLevelName=CACHE_CONSUMER")
                .routeId("retract")
                .setProperty("slug", bodyAs(String.class))
                // Without this check an empty message would choose all videos.
                .filter(simple("${exchangeProperty.slug} regex '" + StoryFolder.SLUG + "'"))
                .to("apivideo:listVideos?metadata.desk=newsroom&metadata.slug=${exchangeProperty.slug}")
                .split(body())
                .stopOnException()
                .setProperty("videoId", simple("${body.videoId}"))
                .to("apivideo:deleteVideo?videoId=${exchangeProperty.videoId}")
                .process(exchange -> stories.retracted(exchange.getProperty("videoId", String.class)))
                .setBody(exchangeProperty("slug"))
                .to("jms:topic:stories.retracted")
                .log("${exchangeProperty.slug} is retracted");
    }

    private void expire() {
        from("timer:expire?period={{newsroom.expiry-check}}")
                .routeId("expire")
                .process(exchange -> exchange.getMessage().setBody(stories.due()))
                .split(body())
                .to(ExchangePattern.InOnly, "jms:queue:stories.retract");
    }
}
