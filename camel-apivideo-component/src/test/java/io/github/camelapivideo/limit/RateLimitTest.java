// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that says "not so fast" is listened to before it has to refuse. */
class RateLimitTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void start(int uploads, int writes) {
        start(uploads, writes, 1000);
    }

    private void start(int uploads, int writes, int reads) {
        fixture.restart(
                simulator -> simulator.rateLimits(RateLimits.of(uploads, writes, reads, Duration.ofSeconds(2))));
    }

    @Test
    void anUploadStaysBelowTheLimitAndIsNotRefused() {
        start(8, 1000);
        TestVideo video = TestVideo.of(20 * PART);

        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=4", video.bytes()), video);

        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
        assertThat(fixture.parts()).hasSize(20);
        RecordedRequest first = fixture.parts().get(0);
        RecordedRequest last = fixture.parts().get(19);
        assertThat(Duration.between(first.startedAt(), last.startedAt()))
                .as("three windows of two seconds")
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void allUploadsOfAnAccountShareTheLimit() throws Exception {
        start(8, 1000);
        TestVideo video = TestVideo.of(5 * PART);

        List<CompletableFuture<Exchange>> uploads = IntStream.range(0, 4)
                .mapToObj(number -> fixture.template()
                        .asyncSend(
                                "apivideo:upload?partSize=5MiB&parallelism=2&title=" + number,
                                exchange -> exchange.getMessage().setBody(video.stream())))
                .toList();

        for (CompletableFuture<Exchange> upload : uploads) {
            fixture.assertArrived(upload.get(60, TimeUnit.SECONDS), video);
        }
        assertThat(fixture.parts().stream().filter(part -> part.status() == 201))
                .hasSize(20);
        assertThat(fixture.parts().stream().filter(part -> part.status() == 429))
                .as("at most those that were under way when nobody knew the limit")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void farMoreThanTheLimitAreWaitingAndNoneIsRefusedWhenAWindowBegins() throws Exception {
        start(10, 1000);
        TestVideo video = TestVideo.of(1000);
        fixture.assertArrived(fixture.upload("", video.bytes()), video);

        for (CompletableFuture<Exchange> upload : uploads(50, video)) {
            fixture.assertArrived(upload.get(60, TimeUnit.SECONDS), video);
        }

        assertThat(fixture.parts()).hasSize(51).noneMatch(part -> part.status() == 429);
    }

    @Test
    void probesAnUnknownLimitWithAFewRequests() throws Exception {
        start(2, 1000);
        CountDownLatch answers = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(30).then(Fault.hold(answers));
        TestVideo video = TestVideo.of(1000);
        List<CompletableFuture<Exchange>> uploads = uploads(30, video);
        org.awaitility.Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 16);
        answers.countDown();
        org.awaitility.Awaitility.await()
                .until(() -> uploads.stream().filter(CompletableFuture::isDone).count() == 4);
        assertThat(fixture.parts().stream().filter(part -> part.status() == 429))
                .as("all but 2 of those that found it out")
                .hasSize(14);
    }

    @Test
    void whatIsAskedAboutPartsAndContainersCountsAsReading() throws Exception {
        start(1000, 1000, 3);
        Exchange created = fixture.template().request("apivideo:createVideo?title=t", exchange -> {});
        String videoId = created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        fixture.template().requestBodyAndHeader("apivideo:getStatus", null, ApiVideoConstants.VIDEO_ID, videoId);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.CREATE).times(2).then(Fault.loseAnswer());

        TestVideo part = TestVideo.of(PART);
        Stream<CompletableFuture<Exchange>> parts = IntStream.rangeClosed(1, 4).mapToObj(number -> fixture.template()
                .asyncSend(
                        "apivideo:uploadPart?totalParts=4&videoId=" + videoId + "&partNumber=" + number,
                        exchange -> exchange.getMessage().setBody(part.bytes())));
        List<CompletableFuture<Exchange>> all =
                Stream.concat(parts, uploads(2, TestVideo.of(10)).stream()).toList();

        for (CompletableFuture<Exchange> one : all) {
            assertThat(one.get(60, TimeUnit.SECONDS).getException()).isNull();
        }
        assertThat(fixture.simulator().videos()).hasSize(3).allMatch(ReceivedVideo::complete);
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSizeGreaterThan(4);
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(2);
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void pingsCountAsReading() throws Exception {
        start(1000, 1000, 1);
        org.awaitility.Awaitility.await().until(this::accountAnswers);
        Exchange created = fixture.template().request("apivideo:createVideo?title=t", exchange -> {});
        Object videoId = created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID);
        fixture.template().requestBodyAndHeader("apivideo:getStatus", null, ApiVideoConstants.VIDEO_ID, videoId);
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(1);
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
    }

    private boolean accountAnswers() throws Exception {
        CompletableFuture<Void> answer = fixture.context()
                .getComponent("apivideo", ApiVideoComponent.class)
                .askAccount();
        return answer.handle((nothing, failure) -> failure == null).get(10, TimeUnit.SECONDS);
    }

    private List<CompletableFuture<Exchange>> uploads(int count, TestVideo video) {
        return IntStream.range(0, count)
                .mapToObj(number -> fixture.template().asyncSend("apivideo:upload", exchange -> exchange.getMessage()
                        .setBody(video.bytes())))
                .toList();
    }

    @Test
    void componentsOfOneContextShareTheLimitAndTheToken() {
        start(2, 1000);
        ApiVideoComponent other = new ApiVideoComponent();
        other.setConfiguration(fixture.options().copy());
        fixture.context().addComponent("other", other);
        TestVideo video = TestVideo.of(10);
        for (String component : List.of("apivideo", "other", "apivideo", "other")) {
            Exchange exchange = fixture.template()
                    .request(component + ":upload", sent -> sent.getMessage().setBody(video.bytes()));
            fixture.assertArrived(exchange, video);
        }
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
        assertThat(fixture.simulator().tokensIssued()).isEqualTo(1);
    }

    @Test
    void theBudgetOfUploadsIsNotTheBudgetOfWrites() {
        start(1000, 2);
        for (int number = 0; number < 5; number++) {
            TestVideo video = TestVideo.of(10 + number);
            fixture.assertArrived(fixture.upload("", video.bytes()), video);
        }
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(5);
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void waitsForTheLimitWithoutAThreadAndEndsWithTheContext() throws Exception {
        fixture.restart(simulator -> simulator.rateLimits(RateLimits.of(1, 1000, 1000, Duration.ofMinutes(1))));
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        List<CompletableFuture<Exchange>> waiting = IntStream.range(0, 40)
                .mapToObj(number -> fixture.template().asyncSend("apivideo:upload", exchange -> exchange.getMessage()
                        .setBody(TestVideo.of(11).bytes())))
                .toList();
        org.awaitility.Awaitility.await()
                .until(() -> fixture.simulator().requests(RequestKind.CREATE).size() == 41);

        Instant stopped = Instant.now();
        fixture.context().stop();

        assertThat(Duration.between(stopped, Instant.now()))
                .as("no waiting for the limit")
                .isLessThan(Duration.ofSeconds(8));
        for (CompletableFuture<Exchange> upload : waiting) {
            assertThat(upload.get(10, TimeUnit.SECONDS).getException()).hasMessageContaining("stopping");
        }
        assertThat(fixture.parts()).hasSize(1);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }
}
