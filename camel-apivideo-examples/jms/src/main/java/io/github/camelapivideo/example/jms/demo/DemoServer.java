// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.demo;

import io.github.camelapivideo.peers.JmsPeer;
import jakarta.jms.JMSException;
import java.io.Closeable;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A broker in this process, with a queue of videos and a queue for dead messages. The caller closes it. */
record DemoServer(JmsPeer broker) implements Closeable {

    static final String QUEUE = "videos";
    static final String DEAD = "videos.dead";

    private static final Duration REDELIVERY_DELAY = Duration.ofMillis(200);

    /** Starts a broker that keeps its messages in the folder. */
    static DemoServer start(Path folder) throws Exception {
        return new DemoServer(JmsPeer.onDisk(folder, REDELIVERY_DELAY));
    }

    /** Sends a message whose body is read while it travels. */
    void send(String title, InputStream content) throws JMSException {
        broker.send(QUEUE, title, content);
    }

    /** Returns how many messages are in a queue, those included that a consumer has not acknowledged. */
    long count(String queue) {
        return broker.count(queue);
    }

    /** Returns the settings of the route. */
    Map<String, String> settings() {
        return Map.of("jms.url", broker.url(), "jms.queue", QUEUE, "jms.dead", DEAD);
    }

    @Override
    public void close() {
        broker.close();
    }
}
