// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static io.github.camelapivideo.polling.PollingFixture.awaitIds;
import static io.github.camelapivideo.polling.PollingFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ApiVideoEndpoint;
import io.github.camelapivideo.api.Video;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which videos a polling route gets, and in which exchanges. */
class PolledVideosTest {

    @RegisterExtension
    final PollingFixture polling = new PollingFixture();

    @Test
    void givesEachVideoThatIsCreatedAfterTheFirstPollOnce() throws Exception {
        polling.create("old");
        MockEndpoint videos = polling.poll("since=now");
        polling.awaitLists(1);
        List<String> created = new ArrayList<>(polling.create(3));
        awaitIds(videos, created);
        created.add(polling.create("later"));
        awaitIds(videos, created);
        polling.awaitLists(3);
        assertThat(ids(videos)).isEqualTo(created);
    }

    @Test
    void givesAllVideosFromTheBeginningTheOldestFirst() throws Exception {
        List<String> created = polling.create(45);
        awaitIds(polling.poll("since=beginning&pageSize=20"), created);
    }

    @Test
    void givesTheVideosSinceATime() throws Exception {
        List<String> created = polling.create(2);
        assertThat(ids(polling.poll("since=" + Instant.now().plusSeconds(3600))))
                .isEmpty();
        polling.awaitLists(2);
        polling.context().getRouteController().stopRoute("videos");
        polling.context().removeRoute("videos");
        awaitIds(polling.poll("since=1h"), created);
    }

    @Test
    void givesTheSameBodyAndHeadersAsGetVideo() throws Exception {
        String videoId = polling.create(
                Map.of(ApiVideoConstants.TITLE, "Holiday", ApiVideoConstants.TAGS, List.of("sea", "sun")));
        MockEndpoint videos = polling.poll("since=beginning");
        awaitIds(videos, List.of(videoId));

        Exchange polled = videos.getExchanges().get(0);
        Exchange got = polling.apiVideo().template().request("apivideo:getVideo?videoId=" + videoId, exchange -> {});
        assertThat(polled.getMessage().getBody(Video.class))
                .isEqualTo(got.getMessage().getBody(Video.class));
        assertThat(polled.getMessage().getHeaders()).isEqualTo(got.getMessage().getHeaders());
        assertThat(polled.getPattern()).isEqualTo(ExchangePattern.InOnly);
    }

    @Test
    void tellsThePlaceInTheBatch() throws Exception {
        polling.create(3);
        MockEndpoint videos = polling.poll("since=beginning&maxMessagesPerPoll=2");
        await().atMost(PATIENCE).until(() -> videos.getReceivedCounter() == 3);
        assertThat(videos.getExchanges())
                .extracting(
                        exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_INDEX),
                        exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_SIZE),
                        exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE))
                .containsExactly(tuple(0, 2, false), tuple(1, 2, true), tuple(0, 1, true));
    }

    @Test
    void keepsWhatIsAboveTheLimitOfAPollForTheNext() throws Exception {
        List<String> created = polling.create(5);
        MockEndpoint videos = polling.poll("since=beginning&maxMessagesPerPoll=2&repeatCount=2");
        awaitIds(videos, created.subList(0, 4));
        assertThat(polling.lists()).hasSize(2);
    }

    @Test
    void pollsOnAtOnceIfItIsGreedy() throws Exception {
        List<String> created = polling.create(5);
        // The second scheduled poll would come in an hour.
        MockEndpoint videos = polling.poll("since=beginning&maxMessagesPerPoll=2&greedy=true&timeUnit=HOURS");
        awaitIds(videos, created);
    }

    @Test
    void givesOnlyVideosThatMatchTheFilters() throws Exception {
        polling.create("other");
        String wanted = polling.create(Map.of(
                ApiVideoConstants.TITLE,
                "Holiday",
                ApiVideoConstants.TAGS,
                List.of("sea"),
                ApiVideoConstants.METADATA,
                Map.of("who", "me")));
        polling.create(Map.of(ApiVideoConstants.TITLE, "Holiday", ApiVideoConstants.TAGS, List.of("sun")));
        MockEndpoint videos = polling.poll("since=beginning&title=Holi&tags=sea&metadata.who=me");
        awaitIds(videos, List.of(wanted));
        polling.awaitLists(2);
        assertThat(ids(videos)).containsExactly(wanted);
    }

    @Test
    void givesAVideoAgainWhoseRouteHasFailedAndTheOthersMeanwhile() throws Exception {
        List<String> created = polling.create(3);
        Set<String> failed = ConcurrentHashMap.newKeySet();
        MockEndpoint videos = polling.poll("since=beginning&maxMessagesPerPoll=1", exchange -> {
            String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
            if (videoId.equals(created.get(0)) && failed.add(videoId)) {
                throw new IllegalStateException("not now");
            }
        });
        awaitIds(videos, List.of(created.get(1), created.get(2), created.get(0)));
    }

    @Test
    void dropsAVideoThatIsDeletedBeforeItsTurn() throws Exception {
        List<String> created = polling.create(3);
        MockEndpoint videos = polling.poll("since=beginning&maxMessagesPerPoll=1", exchange -> {
            if (exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID).equals(created.get(0))) {
                polling.operate("deleteVideo", created.get(1));
            }
        });
        awaitIds(videos, List.of(created.get(0), created.get(2)));
    }

    @Test
    void pollsOnceAMinuteUnlessAskedOtherwise() {
        assertThat(polling.context()
                        .getEndpoint("apivideo:videos", ApiVideoEndpoint.class)
                        .getDelay())
                .isEqualTo(60_000);
    }
}
