// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An Artemis on loopback that keeps its messages in a folder. Who starts it closes it. */
final class JmsPeer implements AutoCloseable {

    static final String QUEUE = "videos";
    static final String DEAD = "videos.dead";

    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final int SMALL_JOURNAL = 1024 * 1024;
    private static final long PAUSE_MILLIS = 200;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private JmsPeer(Path folder) throws Exception {
        broker.setConfiguration(configuration(folder));
    }

    static JmsPeer start(Path folder) throws Exception {
        JmsPeer peer = new JmsPeer(folder);
        peer.broker.start();
        return peer;
    }

    private static Configuration configuration(Path folder) throws Exception {
        return new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(SMALL_JOURNAL)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .addAcceptorConfiguration("tcp", "tcp://" + HOST + ":0")
                .addAddressSetting("#", new AddressSettings().setRedeliveryDelay(PAUSE_MILLIS));
    }

    private String url() {
        NettyAcceptor acceptor =
                (NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor("tcp");
        return "tcp://" + HOST + ":" + acceptor.getActualPort();
    }

    /** Sends a message whose body is read while it travels. */
    void send(String title, InputStream content) throws JMSException {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url());
                JMSContext context = connections.createContext()) {
            BytesMessage message = context.createBytesMessage();
            message.setStringProperty("title", title);
            message.setObjectProperty("JMS_AMQ_InputStream", content);
            context.createProducer().send(context.createQueue(QUEUE), message);
        }
    }

    /** How many messages are in a queue, those included that somebody has taken and not acknowledged. */
    long count(String name) {
        Queue queue = broker.getActiveMQServer().locateQueue(SimpleString.of(name));
        return queue == null ? 0 : queue.getMessageCount();
    }

    /** What the route has to know. */
    Map<String, String> settings() {
        return Map.of("jms.url", url(), "jms.queue", QUEUE, "jms.dead", DEAD);
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
