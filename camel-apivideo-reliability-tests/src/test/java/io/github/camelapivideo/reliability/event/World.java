// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.spi.IdempotentRepository;

/** The service, the public URL, and the nodes behind it. Its creator closes it. */
final class World implements AutoCloseable {

    /** The deliveries of an event after which the service gives up. */
    static final int MOST_DELIVERIES = 4;

    private static final int LAST_SUCCESS = 299;
    private static final String VIDEO_ID = "\"videoId\":\"";

    private final ApiVideoSimulator service;
    private final PublicUrl url = new PublicUrl();
    private final Ledger ledger = new Ledger();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<String> emitted = Collections.synchronizedList(new ArrayList<>());

    /** @param retryInterval the time between two deliveries of an event */
    World(Duration retryInterval) throws Exception {
        service =
                ApiVideoSimulator.builder().webhookRetryInterval(retryInterval).start();
    }

    ApiVideoSimulator service() {
        return service;
    }

    PublicUrl url() {
        return url;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Starts a node whose route runs a step and ends in the ledger. */
    Node node(String options, Function<Node, IdempotentRepository> repository, Node.Step step) throws Exception {
        Node node = new Node(service, "webhookUrl=" + url + "&" + options, repository, step, ledger);
        nodes.add(node);
        url.add(node);
        return node;
    }

    /** Returns true if no other node is alive. */
    boolean isLast(Node node) {
        return nodes.stream().allMatch(other -> other == node || other.isDead());
    }

    /** Emits an event about a new video; its identifier. */
    String emit() {
        String videoId = "vi" + emitted.size();
        emitted.add(videoId);
        service.webhooks()
                .emit(
                        "video.encoding.quality.completed",
                        Map.of("videoId", videoId, "encoding", "hls", "quality", "720p"));
        return videoId;
    }

    /** Waits until the service delivers none of its events any more. */
    void awaitEnd(Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (service.webhooks().deliveries().size() < emitted.size()) {
                return false;
            }
            Map<String, List<WebhookDelivery>> deliveries = deliveries();
            return emitted.stream().allMatch(videoId -> hasEnded(deliveries.getOrDefault(videoId, List.of())));
        });
    }

    private static boolean hasEnded(List<WebhookDelivery> deliveries) {
        return isAcknowledged(deliveries) || deliveries.size() == MOST_DELIVERIES;
    }

    static boolean isAcknowledged(List<WebhookDelivery> deliveries) {
        return deliveries.stream().anyMatch(delivery -> delivery.status() > 0 && delivery.status() <= LAST_SUCCESS);
    }

    /** Returns the deliveries so far by the identifier of the video. */
    Map<String, List<WebhookDelivery>> deliveries() {
        return service.webhooks().deliveries().stream().collect(Collectors.groupingBy(World::videoId));
    }

    private static String videoId(WebhookDelivery delivery) {
        int start = delivery.body().indexOf(VIDEO_ID) + VIDEO_ID.length();
        return delivery.body().substring(start, delivery.body().indexOf('"', start));
    }

    List<Integer> answers(String videoId) {
        return deliveries().getOrDefault(videoId, List.of()).stream()
                .map(WebhookDelivery::status)
                .toList();
    }

    /** What was acknowledged was processed once; what was not, at most once. */
    void check() {
        check(videoId -> false);
    }

    /** @param twice true for an event that may have been processed twice */
    void check(Predicate<String> twice) {
        Map<String, List<WebhookDelivery>> deliveries = deliveries();
        for (String videoId : emitted) {
            List<WebhookDelivery> own = deliveries.getOrDefault(videoId, List.of());
            boolean acknowledged = isAcknowledged(own);
            assertThat(ledger.processed(videoId))
                    .as(() -> videoId + ", with the deliveries " + own)
                    .isBetween(acknowledged ? 1L : 0L, twice.test(videoId) ? 2L : 1L);
        }
    }

    /** Returns the statuses of all answers, each with its number. */
    Map<Integer, Long> statuses() {
        return service.webhooks().deliveries().stream()
                .collect(Collectors.groupingBy(WebhookDelivery::status, TreeMap::new, Collectors.counting()));
    }

    /** Returns how many events were acknowledged. */
    long acknowledged() {
        Map<String, List<WebhookDelivery>> deliveries = deliveries();
        return emitted.stream()
                .filter(videoId -> isAcknowledged(deliveries.getOrDefault(videoId, List.of())))
                .count();
    }

    @Override
    public void close() {
        url.close();
        nodes.forEach(Node::close);
        service.close();
    }
}
