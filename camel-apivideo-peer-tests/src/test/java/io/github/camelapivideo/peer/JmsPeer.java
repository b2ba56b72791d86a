// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/** An Artemis in this process with one queue. Who starts it stops it. */
final class JmsPeer {

    static final String QUEUE = "videos";

    private static final String ADDRESS = "vm://0";
    private static final int LARGE = 102_400;
    private static final int NEVER_LARGE = 64 * 1024 * 1024;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private JmsPeer(Path folder, Duration redeliveryDelay) throws Exception {
        broker.setConfiguration(configuration(folder, redeliveryDelay));
    }

    private static Configuration configuration(Path folder, Duration redeliveryDelay) throws Exception {
        return new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setLargeMessagesDirectory(folder.toString())
                .addAcceptorConfiguration("in-vm", ADDRESS)
                .addAddressSetting("#", new AddressSettings().setRedeliveryDelay(redeliveryDelay.toMillis()));
    }

    /**
     * A message that came back is not delivered again.
     *
     * @param folder where large messages are kept
     */
    static JmsPeer keeping(Path folder) throws Exception {
        return started(new JmsPeer(folder, Duration.ofHours(1)));
    }

    /** The same, but that a message that came back is delivered again at once. */
    static JmsPeer redelivering(Path folder) throws Exception {
        return started(new JmsPeer(folder, Duration.ZERO));
    }

    private static JmsPeer started(JmsPeer peer) throws Exception {
        peer.broker.start();
        return peer;
    }

    /** The component that takes messages from this broker. */
    JmsComponent component() {
        return JmsComponent.jmsComponent(connections(LARGE));
    }

    private static ActiveMQConnectionFactory connections(int minLargeMessageSize) {
        ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS);
        connections.setMinLargeMessageSize(minLargeMessageSize);
        return connections;
    }

    /** Sends a message that travels in one piece. */
    void send(TestVideo video) throws JMSException {
        send(NEVER_LARGE, message -> message.writeBytes(video.bytes()));
    }

    /** Sends a message that travels as a stream. */
    void sendLarge(TestVideo video) throws JMSException {
        send(
                LARGE,
                message -> message.setObjectProperty("JMS_AMQ_InputStream", new ByteArrayInputStream(video.bytes())));
    }

    private interface Filling {
        void fill(BytesMessage message) throws JMSException;
    }

    private static void send(int minLargeMessageSize, Filling filling) throws JMSException {
        try (ActiveMQConnectionFactory connections = connections(minLargeMessageSize);
                Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            BytesMessage message = session.createBytesMessage();
            filling.fill(message);
            session.createProducer(session.createQueue(QUEUE)).send(message);
        }
    }

    /** Whether there is a message that nobody has acknowledged. */
    boolean hasMessage() {
        Queue queue = broker.getActiveMQServer().locateQueue(SimpleString.of(QUEUE));
        return queue != null && queue.getMessageCount() > 0;
    }

    void stop() throws Exception {
        broker.stop();
    }
}
