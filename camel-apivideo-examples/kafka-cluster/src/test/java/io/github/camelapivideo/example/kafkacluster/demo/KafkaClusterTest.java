// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import static io.github.camelapivideo.example.kafkacluster.demo.Node.Role.coordinator;
import static io.github.camelapivideo.example.kafkacluster.demo.Node.Role.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ConsumerGroupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clusters of real processes, each in a heap of 128 MiB; some of them are killed.
 *
 * <p>{@code -Dexample.mib=1024} makes the large video 1 GiB long. What the processes print is in
 * {@code target/nodes.txt}.
 */
class KafkaClusterTest {

    private static final int LARGE_MIB = Integer.getInteger("example.mib", 220);
    private static final int SMALL_MIB = 64;
    // More than socket buffers hold, so that a killed worker leaves an incomplete part.
    private static final int PART_MIB = 16;
    private static final int CONSUMERS = 2;
    private static final int PARTITIONS = 12;
    private static final String NAME = "video.mp4";
    private static final Duration SOON = Duration.ofSeconds(120);

    private static Broker broker;
    private static Admin admin;

    @TempDir
    Path folder;

    private ApiVideoSimulator simulator;
    private Map<String, String> properties;
    private Cluster cluster;
    private String topic;
    private SampleFile video;

    @BeforeAll
    static void startKafka() {
        broker = Broker.open(null);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stopKafka() {
        admin.close();
        broker.close();
    }

    @BeforeEach
    void start(TestInfo test) throws Exception {
        topic = test.getTestMethod().orElseThrow().getName();
        broker.createTopic(topic, PARTITIONS);
        simulator = ApiVideoSimulator.builder().start();
        properties = new HashMap<>(Map.of(
                "cluster.topic",
                topic,
                "cluster.partitions",
                String.valueOf(PARTITIONS),
                "cluster.partSize",
                PART_MIB + "MiB",
                "cluster.pollEvery",
                "200",
                "camel.component.kafka.groupId",
                topic,
                "camel.component.kafka.consumersCount",
                String.valueOf(CONSUMERS),
                "camel.component.apivideo.baseUri",
                simulator.baseUri().toString()));
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
        simulator.close();
    }

    private void openCluster(int mib) throws Exception {
        cluster = new Cluster(
                folder,
                Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(), "APIVIDEO_API_KEY", simulator.apiKey()),
                properties,
                Redirect.appendTo(Path.of("target", "nodes.txt").toFile()));
        video = SampleFile.create(folder.resolve("new.mp4"), mib);
    }

    private void drop() throws Exception {
        Files.move(video.path(), cluster.inbox().resolve(NAME));
    }

    @Test
    void thePartsOfAKilledWorkerAreTakenOverByTheOthers() throws Exception {
        openCluster(LARGE_MIB);
        sendSlowly();
        Process killed = cluster.start(worker, "worker-1");
        cluster.start(worker, "worker-2");
        cluster.start(worker, "worker-3");
        await().atMost(SOON).until(() -> consumers() == 3 * CONSUMERS);
        cluster.start(coordinator, "coordinator");
        drop();

        // All three workers are sending when one is killed.
        await().atMost(SOON).until(() -> simulator.maxConcurrentUploads() == 3 * CONSUMERS);
        killed.destroyForcibly().waitFor();
        simulator.faults().clear();

        assertArrives();
        Set<Integer> torn = sent().stream()
                .filter(part -> part.status() == 0)
                .map(RecordedRequest::partNumber)
                .collect(Collectors.toSet());
        assertThat(torn).hasSizeBetween(1, CONSUMERS);
        assertThat(times()).allSatisfy((part, times) -> assertThat(times).isEqualTo(torn.contains(part) ? 2 : 1));
        System.out.printf("%d parts, of which %d were sent twice%n", times().size(), torn.size());
    }

    @Test
    void aCoordinatorThatWasKilledGoesOnWithTheSameVideo() throws Exception {
        openCluster(SMALL_MIB);
        sendSlowly();
        cluster.start(worker, "worker");
        Process killed = cluster.start(coordinator, "coordinator");
        drop();
        await().atMost(SOON).until(() -> simulator.maxConcurrentUploads() > 0);
        killed.destroyForcibly().waitFor();
        cluster.start(coordinator, "successor");
        simulator.faults().clear();

        assertArrives();
        assertThat(times().values()).containsOnly(1L);
    }

    @Test
    void aPartThatFailsComesAgainUntilTheServiceHasIt() throws Exception {
        openCluster(SMALL_MIB);
        // One failure for the second try of the route, one for the record that Kafka delivers again.
        simulator.faults().on(RequestKind.SOURCE).part(2).times(2).then(Fault.status(403));
        cluster.start(worker, "worker");
        cluster.start(coordinator, "coordinator");
        drop();

        assertArrives();
        assertThat(times()).containsEntry(2, 3L).containsEntry(3, 1L);
    }

    @Test
    void aPartThatIsRefusedForWhatItIsEndsTheVideoAndNoPartIsLeftInKafka() throws Exception {
        openCluster(SMALL_MIB);
        simulator.faults().on(RequestKind.SOURCE).part(2).then(Fault.problem(400, "uploaded-file-invalid-file"));
        cluster.start(worker, "worker");
        cluster.start(coordinator, "coordinator");
        drop();

        assertIsGivenUp();
    }

    @Test
    void aVideoThatTakesTooLongIsGivenUpAndItsPartsAreDropped() throws Exception {
        properties.put("cluster.patience", "1s");
        openCluster(SMALL_MIB);
        cluster.start(coordinator, "coordinator");
        drop();
        await().atMost(SOON).until(() -> Files.exists(cluster.failed(NAME)));
        cluster.start(worker, "worker");

        assertIsGivenUp();
        assertThat(sent()).isEmpty();
    }

    @Test
    void aFileThatNoPlanFitsIsGivenUp() throws Exception {
        openCluster(0);
        try (RandomAccessFile tooLong = new RandomAccessFile(video.path().toFile(), "rw")) {
            tooLong.setLength(10_001L * PART_MIB * 1024 * 1024);
        }
        cluster.start(coordinator, "coordinator");
        drop();

        await().atMost(SOON).until(() -> Files.exists(cluster.failed(NAME)));
        await().atMost(SOON).until(() -> isEmpty(cluster.videoIds()));
        assertThat(simulator.videos()).isEmpty();
    }

    private void assertIsGivenUp() {
        await().atMost(SOON).until(() -> Files.exists(cluster.failed(NAME)));
        await().atMost(SOON).until(() -> committed() == SMALL_MIB / PART_MIB + 1);
        await().atMost(SOON).until(() -> isEmpty(cluster.videoIds()));
        assertThat(simulator.videos()).isEmpty();
    }

    private void sendSlowly() {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.slowBody(4 * 1024 * 1024));
    }

    private void assertArrives() {
        await().atMost(SOON).until(() -> Files.exists(cluster.done(NAME)));
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.complete()).isTrue();
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
        assertThat(simulator.deletedVideoIds()).isEmpty();
        await().atMost(SOON).until(() -> isEmpty(cluster.videoIds()));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private List<RecordedRequest> sent() {
        return simulator.requests(RequestKind.SOURCE);
    }

    /** Returns how often each part was sent. */
    private Map<Integer, Long> times() {
        return sent().stream().collect(Collectors.groupingBy(RecordedRequest::partNumber, Collectors.counting()));
    }

    /** Returns the number of records; 0 until the partitions are assigned. */
    private long consumers() throws Exception {
        ConsumerGroupDescription group =
                admin.describeConsumerGroups(List.of(topic)).all().get().get(topic);
        return group.state() == ConsumerGroupState.STABLE
                ? group.members().stream()
                        .filter(member -> !member.assignment().topicPartitions().isEmpty())
                        .count()
                : 0;
    }

    /** Returns the number of committed records. */
    private long committed() throws Exception {
        return admin.listConsumerGroupOffsets(topic).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }
}
