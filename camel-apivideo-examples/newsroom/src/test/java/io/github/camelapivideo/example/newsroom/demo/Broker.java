// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.peers.JmsPeer;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker in this process, and a client of it. The caller closes it. */
record Broker(JmsPeer peer, ActiveMQConnectionFactory connections, JMSContext context) implements AutoCloseable {

    private static final Duration REDELIVERY_DELAY = Duration.ofMillis(100);
    private static final long PATIENCE_MILLIS = 30_000;

    /** @param folder an empty folder for large messages */
    static Broker start(Path folder) throws Exception {
        JmsPeer peer = JmsPeer.inMemory(folder, REDELIVERY_DELAY);
        ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(peer.url());
        return new Broker(peer, connections, connections.createContext());
    }

    /** Messages of a topic that are sent from now on. */
    record Subscription(JMSConsumer consumer) {

        /** Waits for the next message, and returns its text; null if none came in half a minute. */
        String next() {
            return consumer.receiveBody(String.class, PATIENCE_MILLIS);
        }
    }

    String url() {
        return peer.url();
    }

    Subscription subscribe(String topic) {
        return new Subscription(context.createConsumer(context.createTopic(topic)));
    }

    void send(String queue, String text) {
        try (JMSContext sender = connections.createContext()) {
            sender.createProducer().send(sender.createQueue(queue), text);
        }
    }

    /** Returns how many messages are in a queue, those included that are being processed. */
    long count(String queue) {
        return peer.count(queue);
    }

    @Override
    public void close() {
        context.close();
        connections.close();
        peer.close();
    }
}
