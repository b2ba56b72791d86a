// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static io.github.camelapivideo.polling.PollingFixture.awaitIds;
import static io.github.camelapivideo.polling.PollingFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The moments in the life of a video at which a route gets it. */
class EmittedMomentsTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    final PollingFixture polling = new PollingFixture(simulator -> simulator.clock(clock));

    @RegisterExtension
    final TracedLog log = new TracedLog();

    /** The clock of the service. */
    private static final class MovableClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

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

    private String createPrivate() {
        return polling.create(Map.of(ApiVideoConstants.TITLE, "private", ApiVideoConstants.PUBLIC, false));
    }

    private String upload() {
        Exchange uploaded = polling.apiVideo().upload("", TestVideo.of(10).bytes());
        return uploaded.getMessage().getBody(Video.class).videoId();
    }

    @Test
    void publishedGivesAVideoThatBecomesPublicAndNoneThatWasPublicBefore() throws Exception {
        String old = polling.create("old");
        String later = createPrivate();
        MockEndpoint videos = polling.poll("emit=published&since=now&pageSize=20");
        polling.awaitLists(3);
        clock.ahead = Duration.ofHours(1);
        polling.retitle(old);
        polling.makePublic(later, true);
        awaitIds(videos, List.of(later));
        assertThat(videos.getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(Video.class)
                        .isPublic())
                .isTrue();
        String born = polling.create("born public");
        awaitIds(videos, List.of(later, born));
    }

    @Test
    void publishedGivesAVideoOnceThatIsPublicAgain() throws Exception {
        MockEndpoint videos = polling.poll("emit=published&since=beginning");
        String again = polling.create("public");
        awaitIds(videos, List.of(again));
        polling.makePublic(again, false);
        polling.awaitLists(2);
        clock.ahead = Duration.ofHours(1);
        polling.makePublic(again, true);
        polling.awaitLists(2);
        assertThat(ids(videos)).containsExactly(again);
    }

    @Test
    void publishedGivesAVideoThatWasPrivateInItsTurnWhenItIsPublic() throws Exception {
        List<String> created = new ArrayList<>(polling.create(2));
        MockEndpoint videos = polling.poll("emit=published&since=beginning&maxMessagesPerPoll=1", exchange -> {
            if (exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID).equals(created.get(0))) {
                polling.makePublic(created.get(1), false);
            }
        });
        awaitIds(videos, List.of(created.get(0)));
        polling.awaitLists(3);
        assertThat(ids(videos)).containsExactly(created.get(0));
        polling.makePublic(created.get(1), true);
        awaitIds(videos, created);
    }

    @Test
    void playableGivesAVideoWhenItCanBePlayed() throws Exception {
        String empty = polling.create("empty");
        MockEndpoint videos = polling.poll("emit=playable&since=beginning");
        polling.awaitLists(2);
        String uploaded = upload();
        awaitIds(videos, List.of(uploaded));
        assertThat(videos.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.PLAYABLE, true)
                .containsEntry(ApiVideoConstants.COMPLETE, true)
                .containsEntry(ApiVideoConstants.VIDEO_ID, uploaded);
        assertThat(polling.service().requests(RequestKind.STATUS)).anyMatch(request -> empty.equals(request.videoId()));
    }

    @Test
    void playableGivesAVideoThatIsUploadedAfterItWasCreated() throws Exception {
        MockEndpoint videos = polling.poll("emit=playable&since=now");
        polling.awaitLists(1);
        String created = polling.create("late");
        await().atMost(PATIENCE).until(() -> polling.service().requests(RequestKind.STATUS).stream()
                .anyMatch(request -> created.equals(request.videoId())));
        polling.apiVideo().upload("", TestVideo.of(10).bytes(), Map.of(ApiVideoConstants.VIDEO_ID, created));
        awaitIds(videos, List.of(created));
    }

    @Test
    void playableWarnsOnceOfAVideoWhoseEncodingHasFailed() throws Exception {
        String failed = upload();
        polling.service().failEncoding(failed);
        MockEndpoint videos = polling.poll("emit=playable&since=beginning");
        String good = upload();
        awaitIds(videos, List.of(good));
        String warning = "Video " + failed + " will never be playable: its encoding failed";
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log.lines())
                .filteredOn(line -> line.contains(warning))
                .hasSize(1));
        polling.awaitLists(3);
        assertThat(log.lines()).filteredOn(line -> line.contains(warning)).hasSize(1);
    }

    @Test
    void playableAsksAboutAtMostTwentyVideosInAPoll() throws Exception {
        polling.create(25);
        String good = upload();
        MockEndpoint videos = polling.poll("emit=playable&since=beginning&repeatCount=1");
        await().atMost(PATIENCE)
                .until(() -> polling.service().requests(RequestKind.STATUS).stream()
                                .filter(request -> !good.equals(request.videoId()))
                                .count()
                        == 20);
        polling.context().getRouteController().stopRoute("videos");
        assertThat(ids(videos)).isEmpty();
    }

    @Test
    void discardedGivesADeletedVideoAndAgainAfterItWasRestored() throws Exception {
        String old = polling.create("old");
        polling.service().discard(old);
        String videoId = polling.create("deleted");
        MockEndpoint videos = polling.poll("emit=discarded&since=now");
        polling.awaitDiscardedLists(2);
        polling.service().discard(videoId);
        awaitIds(videos, List.of(videoId));
        assertThat(videos.getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(Video.class)
                        .discarded())
                .isTrue();
        polling.operate("restoreVideo", videoId);
        polling.awaitDiscardedLists(2);
        clock.ahead = Duration.ofMinutes(5);
        polling.service().discard(videoId);
        awaitIds(videos, List.of(videoId, videoId));
    }

    @Test
    void noTokenOfAPrivateVideoIsLogged() throws Exception {
        // It prints the headers of each exchange.
        log.leave(logger -> logger.startsWith("org.apache.camel.component.mock"));
        String videoId = createPrivate();
        MockEndpoint videos = polling.poll("since=beginning");
        awaitIds(videos, List.of(videoId));
        String player = videos.getExchanges()
                .get(0)
                .getMessage()
                .getBody(Video.class)
                .assets()
                .player();
        assertThat(player).contains("token=");
        String token = player.replaceFirst(".*token=", "");
        assertThat(log.lines()).isNotEmpty();
        assertThat(log.lines()).filteredOn(line -> line.contains(token)).isEmpty();
    }
}
