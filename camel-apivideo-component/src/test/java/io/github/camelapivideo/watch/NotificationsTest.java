// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.api.notification.ApiVideoNotification;
import io.github.camelapivideo.api.notification.ApiVideoNotification.ThrottleEnded;
import io.github.camelapivideo.api.notification.ApiVideoNotification.Throttled;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadCompleted;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadFailed;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadProgressed;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadStalled;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadStarted;
import io.github.camelapivideo.api.notification.ApiVideoNotification.VideoWaitEnded;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Event notifiers of Camel learn what the component does. */
class NotificationsTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);

    private final List<ApiVideoNotification> told = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void listen() {
        listen(simulator -> {});
    }

    private void listen(Consumer<ApiVideoSimulator.Builder> simulatorSettings) {
        fixture.restart(simulatorSettings, context -> context.getManagementStrategy()
                .addEventNotifier(new EventNotifierSupport() {
                    @Override
                    public void notify(CamelEvent event) {
                        if (event instanceof ApiVideoNotification news) {
                            told.add(news);
                        }
                    }
                }));
    }

    private <T> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void theyLearnOfAnUploadFromItsBeginningToItsEnd() {
        listen();
        Exchange exchange = fixture.upload("partSize=5MiB&parallelism=2&fileName=a.mp4", VIDEO.stream());
        fixture.assertArrived(exchange, VIDEO);

        UploadStarted begin = (UploadStarted) told.get(0);
        assertThat(begin.parallelism()).isEqualTo(2);
        assertThat(begin.upload().fileName()).isEqualTo("a.mp4");
        assertThat(begin.upload().uploadId()).isEqualTo(exchange.getExchangeId());
        assertThat(begin.getType()).isEqualTo(CamelEvent.Type.Custom);
        assertThat(begin.getSource()).isSameAs(fixture.context().getComponent("apivideo"));
        assertThat(begin.getTimestamp()).isPositive();
        assertThat(told(UploadProgressed.class)).isNotEmpty();
        UploadCompleted end = (UploadCompleted) told.get(told.size() - 1);
        assertThat(end.upload().videoId()).isEqualTo(fixture.received(exchange).videoId());
        assertThat(end.upload().bytes()).isEqualTo(VIDEO.length());
        assertThat(told.toString()).doesNotContain(fixture.simulator().apiKey());
    }

    @Test
    void theyLearnWhyAnUploadHasFailed() {
        listen();
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(400));

        Exchange exchange = fixture.upload("fileName=a.mp4", TestVideo.of(10).bytes());

        UploadFailed end = (UploadFailed) told.get(told.size() - 1);
        assertThat(end.upload().state()).isEqualTo(State.FAILED);
        assertThat(end.problem()).hasMessageContaining("400");
        assertThat(exchange.getException()).isNotNull();
        assertThat(told(UploadCompleted.class)).isEmpty();
    }

    @Test
    void theyLearnThatAnUploadStandsStill() {
        listen();
        CountDownLatch held = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        fixture.template().asyncSend("apivideo:upload?progressInterval=50", exchange -> exchange.getMessage()
                .setBody(TestVideo.of(10).bytes()));

        await().until(() -> !told(UploadStalled.class).isEmpty());
        assertThat(told(UploadStalled.class).get(0).upload().standstill()).isNotBlank();
        held.countDown();
        await().until(() -> told(UploadCompleted.class).size() == 1);
    }

    @Test
    void theyLearnOfWaitsForTheRateLimit() {
        listen(simulator -> simulator.rateLimits(RateLimits.of(2, 1000, 1000, Duration.ofSeconds(1))));

        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1", VIDEO.stream()), VIDEO);

        assertThat(told(Throttled.class))
                .isNotEmpty()
                .hasSameSizeAs(told(ThrottleEnded.class))
                .allMatch(news -> news.operation().equals("POST /videos/{videoId}/source"));
        assertThat(told(ThrottleEnded.class)).allMatch(news -> news.waited().toNanos() > 0);
    }

    @Test
    void theyLearnThatAWaitForAVideoHasEnded() {
        listen();
        String videoId =
                fixture.received(fixture.upload("", TestVideo.of(10).bytes())).videoId();

        fixture.template()
                .requestBodyAndHeader(
                        "apivideo:waitForVideo?waitFor=uploaded", null, ApiVideoConstants.VIDEO_ID, videoId);
        assertThat(told(VideoWaitEnded.class)).singleElement().satisfies(news -> {
            assertThat(news.videoId()).isEqualTo(videoId);
            assertThat(news.problem()).isNull();
        });

        fixture.template().request("apivideo:waitForVideo", exchange -> exchange.getMessage()
                .setHeader(ApiVideoConstants.VIDEO_ID, "viUnknown"));
        assertThat(told(VideoWaitEnded.class)).hasSize(2).last().satisfies(news -> assertThat(news.problem())
                .hasMessageContaining("404"));
    }

    @Test
    void oneThatFailsHarmsNeitherTheUploadNorTheOthers() {
        listen();
        fixture.context().getManagementStrategy().getEventNotifiers().add(0, new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                throw new IllegalStateException("bad");
            }
        });

        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        assertThat(told(UploadCompleted.class)).hasSize(1);
    }
}
