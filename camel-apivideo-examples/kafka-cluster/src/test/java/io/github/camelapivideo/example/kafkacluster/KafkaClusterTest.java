// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster;

import static io.github.camelapivideo.example.kafkacluster.Node.Role.coordinator;
import static io.github.camelapivideo.example.kafkacluster.Node.Role.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.RecordedRequest;
import io.github.camelapivideo.simulator.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.ConsumerGroupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of real processes, each in a heap of 128 MiB; some of them are killed.
 *
 * <p>{@code -Dexample.mib=1024} makes the video 1 GiB long.
 */
class KafkaClusterTest {

    private static final int MIB = Integer.getInteger("example.mib", 170);
    private static final int CONSUMERS = 2;
    private static final int PARTITIONS = 12;
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Broker broker;
    private static Admin admin;

    @TempDir
    Path folder;

    private final Path log = Path.of("target", "nodes.txt");
    private final ApiVideoSimulator simulator = start();
    private String topic;
    private SampleFile video;
    private Cluster cluster;

    @BeforeAll
    static void startKafka() {
        broker = Broker.open(null);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stopKafka() throws Exception {
        admin.close();
        broker.close();
    }

    @BeforeEach
    void start(TestInfo test) throws Exception {
        topic = test.getTestMethod().orElseThrow().getName();
        broker.createTopic(topic, PARTITIONS);
        Map<String, String> properties = new HashMap<>();
        properties.put("cluster.topic", topic);
        properties.put("cluster.partitions", String.valueOf(PARTITIONS));
        properties.put("cluster.partSize", "10MiB");
        properties.put("cluster.pollEvery", "200");
        properties.put("camel.component.kafka.groupId", topic);
        properties.put("camel.component.kafka.consumersCount", String.valueOf(CONSUMERS));
        properties.put("camel.component.apivideo.baseUri", simulator.baseUri().toString());
        Map<String, String> environment =
                Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(), "APIVIDEO_API_KEY", simulator.apiKey());
        cluster = new Cluster(folder, environment, properties, Redirect.appendTo(log.toFile()));
        video = SampleFile.create(folder.resolve("new.mp4"), MIB);
    }

    private static ApiVideoSimulator start() {
        try {
            return ApiVideoSimulator.builder().start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
        simulator.close();
    }

    private void drop() throws Exception {
        Files.move(video.path(), cluster.inbox().resolve("video.mp4"));
    }

    @Test
    void thePartsOfAKilledWorkerAreTakenOverByTheOthers() throws Exception {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.slowBody(2 * 1024 * 1024));
        Process killed = cluster.start(worker, "worker-1");
        cluster.start(worker, "worker-2");
        cluster.start(worker, "worker-3");
        await().atMost(SOON).until(() -> consumers() == 3 * CONSUMERS);
        cluster.start(coordinator, "coordinator");
        drop();

        // All three of them are sending; then one is no more.
        await().atMost(SOON).until(() -> simulator.maxConcurrentUploads() == 3 * CONSUMERS);
        killed.destroyForcibly().waitFor();
        simulator.faults().clear();

        assertArrives();
        Set<Integer> torn =
                parts(sent().stream().filter(part -> part.status() == 0).toList());
        Map<Integer, Long> times =
                sent().stream().collect(Collectors.groupingBy(RecordedRequest::partNumber, Collectors.counting()));
        assertThat(torn).isNotEmpty().hasSizeLessThanOrEqualTo(CONSUMERS);
        assertThat(times.entrySet())
                .allSatisfy(part -> assertThat(part.getValue()).isEqualTo(torn.contains(part.getKey()) ? 2 : 1));
        System.out.printf("%d parts, of which %d were sent twice%n", times.size(), torn.size());
    }

    private void assertArrives() {
        await().atMost(SOON).until(() -> Files.exists(cluster.done("video.mp4")));
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.complete()).isTrue();
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
        assertThat(simulator.deletedVideoIds()).isEmpty();
    }

    private List<RecordedRequest> sent() {
        return simulator.requests(RequestKind.SOURCE);
    }

    /** How many there are, once their partitions are assigned; else 0. */
    private long consumers() throws Exception {
        ConsumerGroupDescription group =
                admin.describeConsumerGroups(List.of(topic)).all().get().get(topic);
        return group.state() == ConsumerGroupState.STABLE
                ? group.members().stream()
                        .filter(member -> !member.assignment().topicPartitions().isEmpty())
                        .count()
                : 0;
    }

    private static Set<Integer> parts(List<RecordedRequest> requests) {
        return requests.stream().map(RecordedRequest::partNumber).collect(Collectors.toSet());
    }
}
