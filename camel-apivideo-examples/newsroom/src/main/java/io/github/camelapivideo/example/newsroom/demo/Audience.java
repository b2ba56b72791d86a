// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;

/** Subscribes to the topics of the newsroom, prints their messages, and tells when all expected ones have come. */
final class Audience extends RouteBuilder {

    private final Set<Expected> expected = ConcurrentHashMap.newKeySet();
    private final Runnable heardAll;

    /** A message that is to come: the end of a topic's name, and the slug of the story. */
    record Expected(String topic, String slug) {

        boolean matches(String ofTopic, String message) {
            return topic.equals(ofTopic) && message.contains(slug);
        }
    }

    /** @param heardAll called after the last of the messages */
    Audience(Set<Expected> messages, Runnable heardAll) {
        this.expected.addAll(messages);
        this.heardAll = heardAll;
    }

    @Override
    public void configure() {
        for (String topic : List.of("published", "refused", "retracted")) {
            from("jms:topic:stories." + topic)
                    .routeId("audience-" + topic)
                    .process(exchange -> hear(topic, exchange.getMessage().getBody(String.class)));
        }
    }

    private void hear(String topic, String message) {
        System.out.println("stories." + topic + ": " + message);
        if (expected.removeIf(one -> one.matches(topic, message)) && expected.isEmpty()) {
            heardAll.run();
        }
    }

    boolean hasHeardAll() {
        return expected.isEmpty();
    }
}
