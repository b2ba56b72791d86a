// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Starts a coordinator and workers on this machine, or one process of a cluster that runs elsewhere. With the simulator it
 * makes a video for them and kills one worker during the upload; with the real sandbox they send the videos of the inbox.
 */
public final class KafkaCluster {

    private static final int MIB = 1024 * 1024;
    private static final String NAME = "large.mp4";

    private KafkaCluster() {}

    /** @param args none; see {@code application.properties} */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.load();
        if (!settings.role().isBlank()) {
            Node.main(new String[] {settings.role()});
        }
        String apiKey = System.getenv("APIVIDEO_API_KEY");
        System.exit(apiKey == null || apiKey.isBlank() ? simulated(settings) : real(settings));
    }

    private static int real(Settings settings) throws Exception {
        try (Broker broker = broker(settings);
                Cluster cluster = cluster(settings, broker, Map.of(), Map.of())) {
            System.out.println("The videos in " + cluster.inbox() + " go to the sandbox of api.video.");
            startAll(cluster, settings.workers());
            waitUntil(cluster, () -> isEmpty(cluster.inbox()));
            return 0;
        }
    }

    private static int simulated(Settings settings) throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            SampleFile video = SampleFile.create(settings.folder().resolve(NAME), settings.mib());
            if (settings.line() > 0) {
                simulator.faults().on(RequestKind.SOURCE).then(Fault.slowBody((long) settings.line() * MIB));
            }
            send(settings, simulator, video);
            return summary(simulator, video);
        }
    }

    private static void send(Settings settings, ApiVideoSimulator simulator, SampleFile video) throws Exception {
        try (Broker broker = broker(settings);
                Cluster cluster = cluster(settings, broker, key(simulator), baseUri(simulator))) {
            Files.move(video.path(), cluster.inbox().resolve(NAME));
            Process first = startAll(cluster, settings.workers());
            if (settings.line() > 0) {
                waitUntil(cluster, () -> accepted(simulator).size() >= 8);
                System.out.println("worker-1 is killed");
                first.destroyForcibly();
            }
            waitUntil(cluster, () -> isEmpty(cluster.inbox()));
        }
    }

    private static Broker broker(Settings settings) throws Exception {
        Broker broker = Broker.open(System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
        broker.createTopic(settings.topic(), settings.partitions());
        return broker;
    }

    private static Map<String, String> key(ApiVideoSimulator simulator) {
        return Map.of("APIVIDEO_API_KEY", simulator.apiKey());
    }

    private static Map<String, String> baseUri(ApiVideoSimulator simulator) {
        return Map.of("camel.component.apivideo.baseUri", simulator.baseUri().toString());
    }

    private static Cluster cluster(
            Settings settings, Broker broker, Map<String, String> environment, Map<String, String> properties)
            throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        return new Cluster(settings.folder(), all, properties, Redirect.INHERIT);
    }

    /** @return the first worker */
    private static Process startAll(Cluster cluster, int workers) throws IOException {
        Process first = cluster.start(Node.Role.worker, "worker-1");
        for (int number = 2; number <= workers; number++) {
            cluster.start(Node.Role.worker, "worker-" + number);
        }
        cluster.start(Node.Role.coordinator, "coordinator");
        return first;
    }

    private static int summary(ApiVideoSimulator simulator, SampleFile video) {
        List<RecordedRequest> parts = accepted(simulator);
        List<String> received =
                simulator.videos().stream().map(ReceivedVideo::sha256).toList();
        boolean same = received.equals(List.of(video.sha256()));
        int tries = simulator.requests(RequestKind.SOURCE).size();
        System.out.printf(
                "%d parts, of which %d were sent twice; %.0f MiB/s%n",
                parts.size(), tries - parts.size(), mibPerSecond(parts));
        System.out.println("sent      " + video.sha256());
        System.out.println("received  " + String.join(" ", received) + (same ? "  same" : "  DIFFERENT"));
        return same ? 0 : 1;
    }

    /** Returns the speed between the beginning of the first part and the end of the last. */
    private static double mibPerSecond(List<RecordedRequest> parts) {
        long bytes = parts.stream().mapToLong(RecordedRequest::bodyBytes).sum();
        Instant begin = parts.stream()
                .map(RecordedRequest::startedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant end = parts.stream()
                .map(RecordedRequest::finishedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return bytes / (double) MIB / (Duration.between(begin, end).toMillis() / 1e3);
    }

    private static List<RecordedRequest> accepted(ApiVideoSimulator simulator) {
        return simulator.requests(RequestKind.SOURCE).stream()
                .filter(part -> part.status() == 201)
                .toList();
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitUntil(Cluster cluster, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (!cluster.works()) {
                throw new IllegalStateException("The coordinator, or the last worker, has ended by itself");
            }
            Thread.sleep(200);
        }
    }
}
