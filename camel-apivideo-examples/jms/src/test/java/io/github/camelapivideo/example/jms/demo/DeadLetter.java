// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.demo;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A message of the queue of dead messages. */
record DeadLetter(Map<String, Object> headers, String sha256) {

    private static final long PATIENCE_MILLIS = 10_000;

    static DeadLetter receive(DemoServer broker) throws JMSException, NoSuchAlgorithmException {
        String url = broker.settings().get("jms.url");
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url);
                JMSContext context = connections.createContext()) {
            Message message =
                    context.createConsumer(context.createQueue(DemoServer.DEAD)).receive(PATIENCE_MILLIS);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new DeadLetter(
                    headers(message), HexFormat.of().formatHex(digest.digest(message.getBody(byte[].class))));
        }
    }

    private static Map<String, Object> headers(Message message) throws JMSException {
        Map<String, Object> headers = new HashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = names.nextElement().toString();
            headers.put(name, message.getObjectProperty(name));
        }
        return headers;
    }
}
