// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JmsMessageTest {

    @TempDir
    Path folder;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private ActiveMQConnectionFactory connections;
    private Uploads uploads;

    @BeforeEach
    void start() throws Exception {
        uploads = Uploads.start();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .addAcceptorConfiguration("in-vm", "vm://0"));
        broker.start();
        connections = new ActiveMQConnectionFactory("vm://0");
        connections.setMinLargeMessageSize(102_400);
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        uploads.context.addComponent("jms", jms);
    }

    @AfterEach
    void stop() throws Exception {
        uploads.close();
        connections.close();
        broker.stop();
    }

    @ParameterizedTest(name = "{0} bytes, {1} at once")
    @MethodSource("io.github.camelapivideo.peers.TestVideo#edges")
    void aBytesMessageArrives(int length, int parallelism) throws Exception {
        TestVideo video = TestVideo.of(length);
        upload("jms:queue:videos", parallelism);
        send(video);
        uploads.assertArrives(video, true);
    }

    @ParameterizedTest(name = "{0} bytes, {1} at once")
    @MethodSource("io.github.camelapivideo.peers.TestVideo#edges")
    void aLargeMessageArrivesAsAStream(int length, int parallelism) throws Exception {
        TestVideo video = TestVideo.of(length);
        upload("jms:queue:videos?artemisStreamingEnabled=true", parallelism);
        send(video);
        uploads.assertArrives(video, false);
    }

    @Test
    void aMessageWhoseUploadFailsComesAgain() throws Exception {
        uploads.simulator
                .faults()
                .on(RequestKind.SOURCE)
                .part(2)
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        TestVideo video = TestVideo.of(3 * TestVideo.PART);
        upload("jms:queue:videos?transacted=true", 2);
        send(video);
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            assertThat(uploads.simulator.videos()).hasSize(1);
            assertThat(uploads.simulator.videos().get(0).sha256()).isEqualTo(video.sha256());
        });
        assertThat(uploads.simulator.deletedVideoIds()).hasSize(1);
    }

    private void upload(String from, int parallelism) throws Exception {
        uploads.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).streamCache("false").to("apivideo:upload?parallelism=" + parallelism);
            }
        });
    }

    private void send(TestVideo video) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            BytesMessage message = session.createBytesMessage();
            InputStream body = new ByteArrayInputStream(video.bytes());
            message.setObjectProperty("JMS_AMQ_InputStream", body);
            session.createProducer(session.createQueue("videos")).send(message);
        }
    }
}
