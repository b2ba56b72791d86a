// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.management.openmbean.CompositeData;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deleteAbandoned} deletes what uploads have left, and nothing else. */
@Timeout(60)
class DeleteAbandonedTest {

    private static final Duration WEEK_AND_A_BIT = Duration.ofDays(7).plusMinutes(1);
    private static final String KEPT = "onFailure=keep&partSize=5MiB&parallelism=1";
    private static final TestVideo VIDEO = TestVideo.of(PART + 1);

    // By the clock of this machine everything is old: only that of the service counts.
    private final ServiceClock clock = new ServiceClock(Duration.ofDays(-100));

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.with(simulator -> simulator.clock(clock));

    private static final class ServiceClock extends Clock {
        private volatile Duration offset;

        ServiceClock(Duration offset) {
            this.offset = offset;
        }

        void advance(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
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

    @Test
    void deletesWhatFailedUploadsHaveLeftEmptyOrWithParts() {
        String withPart = keep("", 2);
        String empty = keep("", 1);
        String keyed = keep("&uploadKey=nobody-resumes", 2);
        clock.advance(WEEK_AND_A_BIT);

        Exchange cleaned = clean("");

        assertThat(ids(cleaned)).containsExactly(withPart, empty, keyed);
        assertThat(cleaned.getMessage().getHeader(ApiVideoConstants.DELETED)).isEqualTo(3);
        assertThat(cleaned.getMessage().getBody(String.class)).contains("\"title\":\"kept\"");
        assertThat(service().deletedVideoIds()).containsExactly(withPart, empty, keyed);
        assertThat(service().videos()).isEmpty();
    }

    @Test
    void deletesWhatWorkersHaveBegunToFill() {
        String videoId = created("createVideo?title=distributed");
        sendPartOne(videoId);
        clock.advance(WEEK_AND_A_BIT);

        assertThat(ids(clean(""))).containsExactly(videoId);
    }

    @Test
    void aDryRunListsTheSameAndDeletesNothing() {
        String left = keep("", 2);
        clock.advance(WEEK_AND_A_BIT);

        Exchange dry = clean("dryRun=true");

        assertThat(ids(dry)).containsExactly(left);
        assertThat(dry.getMessage().getHeader(ApiVideoConstants.DELETED)).isEqualTo(0);
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
        assertThat(service().videos()).hasSize(1);
    }

    @Test
    void leavesWhatIsCompleteEmptyOnPurposeOrOfOthers() throws Exception {
        String complete =
                fixture.received(fixture.upload("", TestVideo.of(10).bytes())).videoId();
        fixture.received(fixture.upload("uploadKey=a", VIDEO.bytes()));
        created("createVideo?title=waits for its upload");
        service().failImport(created("importVideo?title=import&source=https://media.example/a.mp4"));
        created("cloneVideo?videoId=" + complete);
        String foreign = createdByAnother();
        sendPartOne(foreign);
        int all = service().videos().size();
        clock.advance(WEEK_AND_A_BIT);

        assertThat(ids(clean(""))).isEmpty();

        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
        assertThat(service().videos()).hasSize(all).hasSize(6);
    }

    @Test
    void leavesACompleteVideoWhoseStatusStillSaysUploading() {
        fixture.restart(simulator -> simulator.clock(clock).assemblyTime(Duration.ofDays(30)));
        fixture.assertArrived(fixture.upload("", VIDEO.bytes()), VIDEO);
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        clock.advance(WEEK_AND_A_BIT);

        assertThat(ids(clean(""))).isEmpty();
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
    }

    @Test
    void leavesAContainerWhoseStatusIsDoubtful() {
        keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        for (String status : List.of(
                "{'ingest':null,'encoding':{'playable':true}}",
                "{'ingest':null,'encoding':{'playable':false,'qualities':[{'type':'hls','status':'failed'}]}}",
                "{'ingest':{'status':'uploading','receivedParts':{'parts':[1]}},'encoding':{'playable':true}}",
                "{'ingest':{'status':'uploading','receivedParts':{'parts':[1]}},"
                        + "'encoding':{'playable':false,'qualities':[{'type':'hls','status':'waiting'}]}}",
                "{'ingest':{'status':'merging','receivedParts':{'parts':[1],'total':2}},'encoding':{'playable':false}}",
                "{'ingest':{'status':'uploading','receivedParts':{'parts':'all'}},'encoding':{'playable':false}}")) {
            service().faults().clear();
            service()
                    .faults()
                    .on(RequestKind.STATUS)
                    .then(Fault.answer(200, "application/json", status.replace('\'', '"')));

            assertThat(ids(clean(""))).as(status).isEmpty();
        }
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
        service().faults().clear();
        assertThat(ids(clean(""))).as("nothing else kept it").hasSize(1);
    }

    @Test
    void leavesWhatIsYoungerThanMaxAgeByTheServicesClock() {
        String old = keep("", 2);
        clock.advance(Duration.ofHours(1));
        String young = keep("", 2);
        clock.advance(Duration.ofMinutes(59));

        assertThat(ids(clean(""))).isEmpty();
        assertThat(ids(clean("maxAge=1h"))).containsExactly(old);
        assertThat(service().videos()).extracting(ReceivedVideo::videoId).containsExactly(young);
    }

    @Test
    void leavesWhatWasChangedLately() {
        String touched = keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        fixture.template().requestBody("apivideo:updateVideo?title=mine&videoId=" + touched, (Object) null);

        assertThat(ids(clean(""))).isEmpty();
        assertThat(service().videos()).hasSize(1);
    }

    @Test
    void leavesAContainerWhoseTimesCannotBeRead() {
        keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        service().faults().on(RequestKind.LIST).then(Fault.alterAnswer("/data/0/createdAt", "\"long ago\""));

        assertThat(ids(clean(""))).isEmpty();
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
    }

    @Test
    void deletesNothingIfTheServiceDoesNotSayItsTime() {
        keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        service().faults().on(RequestKind.LIST).then(Fault.status(200, Map.of("Date", "")));

        assertThat(clean("").getException()).isInstanceOf(Unreachable.class).hasMessageContaining("Date");
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
    }

    @Test
    void leavesAContainerThatIsCompletedMeanwhile() {
        keep("&uploadKey=late", 2);
        clock.advance(WEEK_AND_A_BIT);
        CountDownLatch resumed = new CountDownLatch(1);
        service().faults().on(RequestKind.GET).times(1).then(Fault.hold(resumed));
        CompletableFuture<Exchange> cleaning = fixture.template().asyncSend("apivideo:deleteAbandoned", exchange -> {});
        // After the failure of the upload
        await().until(() -> service().faults().injected() == 2);

        Exchange late = fixture.upload(KEPT + "&uploadKey=late", VIDEO.bytes());
        resumed.countDown();

        assertThat(ids(cleaning.join())).isEmpty();
        fixture.assertArrived(late, VIDEO);
        assertThat(service().videos()).hasSize(1);
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aVideoThatIsCompletedBetweenTwoTriesOfADeletionStays(int refusal) {
        keep("&uploadKey=late", 2);
        clock.advance(WEEK_AND_A_BIT);
        service()
                .faults()
                .on(RequestKind.DELETE)
                .times(1)
                .then(
                        refusal == 429
                                ? Fault.tooManyRequests(Duration.ofSeconds(3))
                                : Fault.status(refusal, Map.of("Retry-After", "3")));
        CompletableFuture<Exchange> cleaning = fixture.template().asyncSend("apivideo:deleteAbandoned", exchange -> {});
        await().until(() -> service().requests(RequestKind.DELETE).size() == 1);

        Exchange late = fixture.upload(KEPT + "&uploadKey=late", VIDEO.bytes());

        assertThat(ids(cleaning.join())).isEmpty();
        fixture.assertArrived(late, VIDEO);
        assertThat(service().requests(RequestKind.DELETE)).hasSize(1);
    }

    @Test
    void aVideoThatIsCompletedWhileItsDeletionWaitsForTheRateLimitStays() {
        RateLimits oneWrite = RateLimits.of(1000, 1, 1000, Duration.ofSeconds(4));
        fixture.restart(simulator -> simulator.clock(clock).rateLimits(oneWrite));
        keep("&uploadKey=late", 2);
        clock.advance(WEEK_AND_A_BIT);
        created("createVideo?title=takes the only write of this window");
        CompletableFuture<Exchange> cleaning = fixture.template().asyncSend("apivideo:deleteAbandoned", exchange -> {});
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        await().untilAsserted(() -> assertThat(component.getAccounts().values())
                .anyMatch(row -> row instanceof CompositeData of
                        && of.get("budget").equals("writes")
                        && of.get("waiting").equals(1)));

        Exchange late = fixture.upload(KEPT + "&uploadKey=late", VIDEO.bytes());

        assertThat(ids(cleaning.join())).isEmpty();
        fixture.assertArrived(late, VIDEO);
        assertThat(service().requests(RequestKind.DELETE)).isEmpty();
    }

    @Test
    void leavesAContainerThatGetsAPartMeanwhile() {
        String videoId = created("createVideo?title=distributed");
        sendPartOne(videoId);
        clock.advance(WEEK_AND_A_BIT);
        CountDownLatch sent = new CountDownLatch(1);
        service().faults().on(RequestKind.GET).times(1).then(Fault.hold(sent));
        CompletableFuture<Exchange> cleaning = fixture.template().asyncSend("apivideo:deleteAbandoned", exchange -> {});
        await().until(() -> service().faults().injected() == 1);

        sendPart(videoId, 2);
        sent.countDown();

        assertThat(ids(cleaning.join())).isEmpty();
        assertThat(service().videos()).hasSize(1);
    }

    @Test
    void leavesAContainerThatAnUploadOfThisProcessFills() {
        CountDownLatch rest = new CountDownLatch(1);
        service().faults().on(RequestKind.SOURCE).part(2).then(Fault.hold(rest));
        CompletableFuture<Exchange> slow = fixture.template()
                .asyncSend("apivideo:upload?" + KEPT, exchange -> exchange.getMessage()
                        .setBody(VIDEO.bytes()));
        await().until(() -> service().faults().injected() == 1);
        clock.advance(WEEK_AND_A_BIT);

        assertThat(ids(clean(""))).isEmpty();

        rest.countDown();
        fixture.assertArrived(slow.join(), VIDEO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "STATUS", "DELETE"})
    void goesOnAfterAContainerThatAnotherClientHasDeleted(RequestKind moment) {
        String vanishing = keep("", 2);
        String left = keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        service().faults().on(moment).nth(1).then(Fault.deleteContainer());

        Exchange cleaned = clean("");

        assertThat(ids(cleaned)).containsExactly(left).doesNotContain(vanishing);
        assertThat(cleaned.getMessage().getHeader(ApiVideoConstants.DELETED)).isEqualTo(1);
        assertThat(service().videos()).isEmpty();
    }

    @Test
    void aDeletionThatFailsForAWhileIsTriedAgainAndCountsOnce() {
        String left = keep("", 2);
        String lost = keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        service().faults().on(RequestKind.DELETE).nth(1).then(Fault.status(503));
        service().faults().on(RequestKind.DELETE).nth(3).then(Fault.loseAnswer());

        assertThat(ids(clean(""))).containsExactly(left, lost);
        assertThat(service().videos()).isEmpty();
    }

    @Test
    void goesOnAfterAContainerWhoseDeletionIsRefused() {
        String refused = keep("", 2);
        String left = keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        service().faults().on(RequestKind.DELETE).nth(1).then(Fault.problem(409, "conflict"));

        assertThat(ids(clean(""))).containsExactly(left);
        assertThat(service().videos()).extracting(ReceivedVideo::videoId).containsExactly(refused);
    }

    @Test
    void failsIfTheAccountIsRefused() {
        keep("", 2);
        clock.advance(WEEK_AND_A_BIT);
        service().suspendAccount(true);

        assertThat(clean("").getException()).hasMessageContaining("403");
    }

    @Test
    void findsAllOnManyPagesAndReadsNoPageOfYoungerOnesBehindThem() {
        for (int i = 0; i < 130; i++) {
            keep("", 1);
        }
        clock.advance(WEEK_AND_A_BIT);
        for (int i = 0; i < 120; i++) {
            created("createVideo?title=" + i);
        }
        int before = service().requests(RequestKind.LIST).size();

        assertThat(ids(clean(""))).hasSize(130);

        assertThat(service().videos()).hasSize(120).allMatch(video -> !video.title()
                .equals("kept"));
        assertThat(service().requests(RequestKind.LIST).size() - before)
                .as("the time, and two pages of which the second has younger ones")
                .isEqualTo(3);
    }

    @Test
    void aCompleteVideoIsAskedAboutOnce() {
        fixture.assertArrived(fixture.upload("", VIDEO.bytes()), VIDEO);
        clock.advance(WEEK_AND_A_BIT);
        clean("");
        int asked = service().requests(RequestKind.STATUS).size();
        String left = keep("", 2);
        clock.advance(WEEK_AND_A_BIT);

        assertThat(ids(clean(""))).containsExactly(left);

        assertThat(service().requests(RequestKind.STATUS).size() - asked)
                .as("twice about the container, never about the video")
                .isEqualTo(2);
    }

    @Test
    void aFilterExcludesOthers() {
        keep("&tags=theirs", 2);
        String ours = keep("&tags=ours", 2);
        clock.advance(WEEK_AND_A_BIT);

        assertThat(ids(clean("tags=ours"))).containsExactly(ours);
        assertThat(service().videos()).hasSize(1);
    }

    @Test
    void refusesAnAgeThatARunningUploadMayHave() {
        for (String age : List.of("0", "59m", "-1")) {
            assertThatThrownBy(() -> fixture.context()
                            .getEndpoint("apivideo:deleteAbandoned?maxAge=" + age)
                            .createProducer()
                            .start())
                    .hasMessageContaining("maxAge=")
                    .hasMessageContaining("allowed is 1h");
        }
    }

    private ApiVideoSimulator service() {
        return fixture.simulator();
    }

    private Exchange clean(String options) {
        return fixture.template().request("apivideo:deleteAbandoned?" + options, exchange -> {});
    }

    private static List<String> ids(Exchange cleaned) {
        assertThat(cleaned.getException()).isNull();
        List<?> videos = cleaned.getMessage().getBody(List.class);
        return videos.stream().map(video -> ((Video) video).videoId()).toList();
    }

    /** Leaves the container of an upload that fails at a part. */
    private String keep(String options, int part) {
        service()
                .faults()
                .on(RequestKind.SOURCE)
                .part(part)
                .times(1)
                .then(Fault.problem(403, "authorization-suspended-account"));
        TestVideo video = part == 1 ? TestVideo.of(10) : VIDEO;
        Exchange failed = fixture.upload(KEPT + "&title=kept" + options, video.bytes());
        assertThat(failed.getException()).hasMessageContaining("kept");
        return failed.getException(UploadFailed.class).getVideoId();
    }

    private String created(String operation) {
        return fixture.template()
                .request("apivideo:" + operation, exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private void sendPartOne(String videoId) {
        sendPart(videoId, 1);
    }

    private void sendPart(String videoId, int number) {
        Exchange sent = fixture.template().request("apivideo:uploadPart?totalParts=3", exchange -> {
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
            exchange.getMessage().setHeader(ApiVideoConstants.PART_NUMBER, number);
            exchange.getMessage().setBody(TestVideo.of(PART).bytes());
        });
        assertThat(sent.getException()).isNull();
    }

    /** Creates a container as a program without this component does. */
    private String createdByAnother() throws Exception {
        String credentials = Base64.getEncoder().encodeToString((service().apiKey() + ":").getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create(service().baseUri() + "/videos"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"foreign\"}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return answer.replaceAll("(?s).*\"videoId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }
}
