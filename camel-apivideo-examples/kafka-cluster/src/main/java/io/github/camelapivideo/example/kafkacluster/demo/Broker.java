// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The Kafka of a cluster: a running one, or one in this process, which ends on close. */
record Broker(String bootstrapServers, Runnable end) implements AutoCloseable {

    /** @param bootstrapServers the addresses of a running Kafka; null or blank for one in this process */
    static Broker open(String bootstrapServers) {
        if (bootstrapServers != null && !bootstrapServers.isBlank()) {
            return new Broker(bootstrapServers, () -> {});
        }
        EmbeddedKafkaBroker embedded = new EmbeddedKafkaKraftBroker(1, 1);
        embedded.afterPropertiesSet();
        return new Broker(embedded.getBrokersAsString(), embedded::destroy);
    }

    /** Creates the topic unless it exists. */
    void createTopic(String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(Set.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
