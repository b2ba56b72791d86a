// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static io.github.camelapivideo.polling.PollingFixture.awaitIds;
import static io.github.camelapivideo.polling.PollingFixture.ids;
import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.Video;
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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A route gets the containers that {@code deleteAbandoned} would delete, and no others. */
@Timeout(60)
class AbandonedContainersTest {

    private static final Path PAGE = Path.of("..", "docs", "guide", "abandoned.md");
    private static final Duration WEEK_AND_A_BIT = Duration.ofDays(7).plusMinutes(1);
    private static final TestVideo VIDEO = TestVideo.of(PART + 1);
    private static final TestVideo LARGE = TestVideo.of(2 * PART + 1);

    private volatile Duration ahead = Duration.ZERO;

    @RegisterExtension
    final PollingFixture polling = new PollingFixture(simulator -> simulator.clock(new ServiceClock()));

    private final class ServiceClock extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
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

    private Exchange upload(String options) {
        return polling.apiVideo().upload("onFailure=keep&partSize=5MiB&parallelism=1" + options, VIDEO.bytes());
    }

    private void failAtPart(int number) {
        polling.service()
                .faults()
                .on(RequestKind.SOURCE)
                .part(number)
                .times(1)
                .then(Fault.problem(403, "authorization-suspended-account"));
    }

    /** Leaves the container of an upload that fails at its second part. */
    private String left(String options) {
        failAtPart(2);
        UploadFailed failure = (UploadFailed) upload(options).getException();
        return failure.getVideoId();
    }

    @Test
    void givesWhatUploadsHaveLeftOnceTheOldestFirst() throws Exception {
        String first = left("");
        String second = left("&uploadKey=nobody-resumes");
        polling.create("waits for its upload");
        Exchange complete = upload("");
        ahead = WEEK_AND_A_BIT;
        String young = left("");

        MockEndpoint abandoned = polling.poll("emit=abandoned&since=now");

        awaitIds(abandoned, List.of(first, second));
        polling.awaitLists(6);
        assertThat(ids(abandoned)).as("once").containsExactly(first, second);
        ahead = WEEK_AND_A_BIT.multipliedBy(2);
        awaitIds(abandoned, List.of(first, second, young));
        polling.apiVideo().assertArrived(complete, VIDEO);
        assertThat(polling.service().requests(RequestKind.DELETE)).isEmpty();
    }

    @Test
    void anAgeAndFiltersChoose() throws Exception {
        left("&tags=theirs");
        String ours = left("&tags=ours");
        ahead = Duration.ofMinutes(61);

        MockEndpoint abandoned = polling.poll("emit=abandoned&maxAge=1h&tags=ours");

        awaitIds(abandoned, List.of(ours));
        polling.awaitLists(4);
        assertThat(ids(abandoned)).containsExactly(ours);
    }

    @Test
    void oneWhoseRouteFailsComesAgain() throws Exception {
        String left = left("");
        ahead = WEEK_AND_A_BIT;
        AtomicInteger tries = new AtomicInteger();

        MockEndpoint abandoned = polling.poll("emit=abandoned", exchange -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
        });

        awaitIds(abandoned, List.of(left));
        assertThat(tries).hasValue(2);
    }

    @Test
    void oneThatIsCompletedWhileAnotherIsRoutedDoesNotCome() throws Exception {
        String first = left("");
        String late = left("&uploadKey=late");
        ahead = WEEK_AND_A_BIT;
        CountDownLatch routed = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);

        MockEndpoint abandoned = polling.poll("emit=abandoned&maxMessagesPerPoll=1", exchange -> {
            routed.countDown();
            resumed.await();
        });
        routed.await();
        Exchange uploaded = upload("&uploadKey=late");
        resumed.countDown();

        polling.awaitLists(6);
        assertThat(ids(abandoned)).containsExactly(first);
        polling.apiVideo().assertArrived(uploaded, VIDEO);
        assertThat(uploaded.getMessage().getBody(Video.class).videoId()).isEqualTo(late);
    }

    @Test
    void oneThatIsResumedWhileAnotherIsRoutedDoesNotCome() throws Exception {
        String first = left("");
        failAtPart(2);
        polling.apiVideo().upload("onFailure=keep&partSize=5MiB&parallelism=1&uploadKey=late", LARGE.bytes());
        ahead = WEEK_AND_A_BIT;
        CountDownLatch routed = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);

        MockEndpoint abandoned = polling.poll("emit=abandoned&maxMessagesPerPoll=1", exchange -> {
            routed.countDown();
            resumed.await();
        });
        routed.await();
        failAtPart(3);
        polling.apiVideo().upload("onFailure=keep&partSize=5MiB&parallelism=1&uploadKey=late", LARGE.bytes());
        resumed.countDown();

        polling.awaitLists(3);
        assertThat(ids(abandoned)).containsExactly(first);
    }

    @Test
    void theRouteOfThePageDeletesThem() throws Exception {
        left("");
        String kept = polling.create("waits for its upload");
        ahead = WEEK_AND_A_BIT;
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("\n## In a route\n"));
        String block = section.substring(section.indexOf("```yaml\n") + "```yaml\n".length());
        String route = block.substring(0, block.indexOf("```"));

        PluginHelper.getRoutesLoader(polling.context()).loadRoutes(ResourceHelper.fromString("route.yaml", route));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(polling.service().videos())
                        .extracting(ReceivedVideo::videoId)
                        .containsExactly(kept));
    }
}
