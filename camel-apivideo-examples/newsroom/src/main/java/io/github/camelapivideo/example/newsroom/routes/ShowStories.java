// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;

/** The page: it lists the stories, plays them, and retracts them. */
public final class ShowStories extends RouteBuilder {

    private final Stories stories;

    public ShowStories(Stories stories) {
        this.stories = stories;
    }

    @Override
    public void configure() {
        from("platform-http:/stories?httpMethodRestrict=GET")
                .routeId("list")
                .process(exchange -> exchange.getMessage().setBody(stories.list()))
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .setHeader("Cache-Control", constant("no-store"));

        from("platform-http:/stories/{slug}?httpMethodRestrict=DELETE")
                .routeId("retract-by-page")
                .setBody(header("slug"))
                .removeHeaders("*")
                .to(ExchangePattern.InOnly, "jms:queue:stories.retract")
                .setBody(constant(""))
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202));

        page("/", "index.html", "text/html");
        page("/newsroom.css", "newsroom.css", "text/css");
        page("/newsroom.js", "newsroom.js", "text/javascript");
    }

    private void page(String path, String file, String type) {
        from("platform-http:" + path + "?httpMethodRestrict=GET")
                .routeId(file)
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant(type + "; charset=utf-8"))
                .setBody(constant("resource:classpath:page/" + file));
    }
}
