// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.peers.JmsPeer;
import io.github.camelapivideo.testsupport.TestVideo;
import jakarta.jms.JMSException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/** A queue of a broker, and the broker, which ends with it. */
record VideoQueue(JmsPeer broker) implements AutoCloseable {

    static final String NAME = "videos";

    /**
     * A queue that does not deliver a message again.
     *
     * @param folder for large messages
     */
    static VideoQueue keeping(Path folder) throws Exception {
        return new VideoQueue(JmsPeer.inMemory(folder, Duration.ofHours(1)));
    }

    /** A queue that delivers a message again as soon as it comes back. */
    static VideoQueue redelivering(Path folder) throws Exception {
        return new VideoQueue(JmsPeer.inMemory(folder, Duration.ZERO));
    }

    /** Returns the component that takes messages from this broker. */
    JmsComponent component() {
        return JmsComponent.jmsComponent(new ActiveMQConnectionFactory(broker.url()));
    }

    /** Sends a message that travels in one piece. */
    void send(TestVideo video) throws JMSException {
        broker.send(NAME, video.bytes());
    }

    /** Sends a message that travels as a stream. */
    void sendLarge(TestVideo video) throws JMSException {
        broker.send(NAME, "film.mp4", new ByteArrayInputStream(video.bytes()));
    }

    /** Returns whether the queue has a message that no consumer has acknowledged. */
    boolean hasMessage() {
        return broker.count(NAME) > 0;
    }

    @Override
    public void close() {
        broker.close();
    }
}
