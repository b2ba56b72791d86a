// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.reliability.kill.UploadingNode.Body;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process without an upload key is killed and started again, and the clean-up deletes what it has left. */
@Timeout(60)
class AbandonedTest {

    private static final Duration WEEK_AND_A_BIT = Duration.ofDays(7).plusMinutes(1);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @TempDir
    Path folder;

    @Test
    void theHalvesThatKilledUploadsLeftAreDeletedAndTheVideoStays() throws Exception {
        try (ApiVideoSimulator service =
                ApiVideoSimulator.builder().clock(new ServiceClock()).start()) {
            TestVideo video = TestVideo.of(PART + 1);
            video.file(Files.createDirectories(folder.resolve("inbox")), "holiday.mp4");
            killInTheMiddle(service, 1);
            killInTheMiddle(service, 2);
            service.faults().clear();
            String uploaded;
            try (Node node = node(service)) {
                uploaded = node.awaitUploaded();
            }
            assertThat(service.videos()).as("two halves and the video").hasSize(3);

            assertThat(cleaned(service)).as("nothing is old yet").isZero();
            ahead.set(WEEK_AND_A_BIT);
            assertThat(cleaned(service)).isEqualTo(2);

            assertThat(service.videos()).singleElement().satisfies(left -> {
                assertThat(left.videoId()).isEqualTo(uploaded);
                assertThat(left.complete()).isTrue();
                assertThat(left.sha256()).isEqualTo(video.sha256());
            });
            assertThat(cleaned(service)).as("nothing is left to delete").isZero();
        }
    }

    /** Kills a process that has sent the first part, and is sending the second one. */
    private void killInTheMiddle(ApiVideoSimulator service, int containers) throws Exception {
        service.faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.stallDuringBody(0));
        try (Node node = node(service)) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> service.faults().injected() == containers
                            && service.videos().stream()
                                            .map(ReceivedVideo::parts)
                                            .filter(parts -> parts.contains(1))
                                            .count()
                                    == containers);
            node.kill();
        }
    }

    private Node node(ApiVideoSimulator service) throws Exception {
        return new Node(
                folder,
                UploadingNode.class,
                service.baseUri().toString(),
                service.apiKey(),
                folder.toString(),
                Body.FILE.name(),
                "1",
                UploadingNode.NO_KEY);
    }

    /** Cleans up in another process than those that uploaded; returns the number of deleted containers. */
    private static int cleaned(ApiVideoSimulator service) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoConfiguration options =
                    context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setBaseUri(service.baseUri().toString());
            options.setApiKey(service.apiKey());
            context.start();
            Exchange cleaned = context.createProducerTemplate().request("apivideo:deleteAbandoned", exchange -> {});
            assertThat(cleaned.getException()).isNull();
            return cleaned.getMessage().getHeader(ApiVideoConstants.DELETED, Integer.class);
        }
    }

    private final class ServiceClock extends Clock {
        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
