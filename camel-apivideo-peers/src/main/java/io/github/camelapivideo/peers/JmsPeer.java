// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.Closeable;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A JMS broker (Apache Artemis) whose queues begin to exist with their first message. The caller closes it. */
public final class JmsPeer implements Closeable {

    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final int SMALL_JOURNAL = 1024 * 1024;
    private static final int NEVER_LARGE = 64 * 1024 * 1024;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private JmsPeer(Configuration configuration, Path folder, Duration redeliveryDelay) throws Exception {
        broker.setConfiguration(configuration
                .setSecurityEnabled(false)
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .addAcceptorConfiguration("tcp", "tcp://" + HOST + ":0")
                .addAddressSetting("#", new AddressSettings().setRedeliveryDelay(redeliveryDelay.toMillis())));
        broker.start();
    }

    /**
     * Starts a broker that keeps its messages in a folder.
     *
     * @param redeliveryDelay how long a message rests that has come back
     */
    public static JmsPeer onDisk(Path folder, Duration redeliveryDelay) throws Exception {
        Configuration journal = new ConfigurationImpl()
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(SMALL_JOURNAL)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString());
        return new JmsPeer(journal, folder, redeliveryDelay);
    }

    /**
     * Starts a broker that keeps its messages in memory. No message is too long for it to stay in one piece.
     *
     * @param folder for large messages
     * @param redeliveryDelay how long a message rests that has come back
     */
    public static JmsPeer inMemory(Path folder, Duration redeliveryDelay) throws Exception {
        return new JmsPeer(new ConfigurationImpl().setPersistenceEnabled(false), folder, redeliveryDelay);
    }

    /** Returns where clients connect to. */
    public String url() {
        NettyAcceptor acceptor =
                (NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor("tcp");
        return "tcp://" + HOST + ":" + acceptor.getActualPort();
    }

    /** Sends a bytes message that travels in one piece. */
    public void send(String queue, byte[] content) throws JMSException {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url())) {
            connections.setMinLargeMessageSize(NEVER_LARGE);
            try (JMSContext context = connections.createContext()) {
                BytesMessage message = context.createBytesMessage();
                message.writeBytes(content);
                context.createProducer().send(context.createQueue(queue), message);
            }
        }
    }

    /**
     * Sends a bytes message whose body is read while it travels.
     *
     * @param title a property of the message
     */
    public void send(String queue, String title, InputStream content) throws JMSException {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url());
                JMSContext context = connections.createContext()) {
            BytesMessage message = context.createBytesMessage();
            message.setStringProperty("title", title);
            message.setObjectProperty("JMS_AMQ_InputStream", content);
            context.createProducer().send(context.createQueue(queue), message);
        }
    }

    /** Returns how many messages are in a queue, those included that a consumer has not acknowledged. */
    public long count(String name) {
        Queue queue = broker.getActiveMQServer().locateQueue(SimpleString.of(name));
        return queue == null ? 0 : queue.getMessageCount();
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not stop", e);
        }
    }
}
