// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stop of the application in the middle of uploads loses none of them silently, and does not wait in vain. */
@Timeout(60)
class RedeployTest {

    private static final long LONGER_THAN_THE_TEST = 600;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @TempDir
    Path inbox;

    private final List<Exchange> failed = new CopyOnWriteArrayList<>();

    /** Takes files of the inbox, moves failed ones, and knows of the exchanges that fail. */
    private void route(String options, long shutdownTimeout) throws Exception {
        route("&moveFailed=.failed", options, shutdownTimeout);
    }

    private void route(String ofTheFiles, String options, long shutdownTimeout) throws Exception {
        log.level(Level.WARN);
        fixture.context().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof ExchangeFailedEvent failure) {
                    failed.add(failure.getExchange());
                }
            }
        });
        fixture.context().getShutdownStrategy().setTimeout(shutdownTimeout);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0&delay=50&maxMessagesPerPoll=1" + ofTheFiles)
                        .to("apivideo:upload?partSize=5MiB&parallelism=1&" + options);
            }
        });
    }

    private void failAndWaitLong(RequestKind kind) {
        fixture.options().setRetryDelay(300_000);
        fixture.options().setMaxRetryDelay(300_000);
        fixture.simulator().faults().on(kind).times(100).then(Fault.status(503));
    }

    private void untilFaultsAre(int number) {
        Awaitility.await().until(() -> fixture.simulator().faults().injected() >= number);
    }

    private List<String> warnings(String words) {
        return log.lines().stream().filter(line -> line.contains(words)).toList();
    }

    @Test
    void aForcedStopNamesEachUploadWithItsPartsAndWhatBecameOfIt() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(3).times(2).then(Fault.stallBeforeProcessing());
        log.level(Level.WARN);
        fixture.context().getShutdownStrategy().setTimeout(1);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:plain").to("apivideo:upload?partSize=5MiB&parallelism=1&fileName=plain.mp4");
            }
        });
        fixture.template().send("seda:plain", exchange -> exchange.getMessage()
                .setBody(TestVideo.of(4 * TestVideo.PART).bytes()));
        fixture.template()
                .asyncSend(
                        "apivideo:upload?partSize=5MiB&parallelism=1&fileName=keyed.mp4&uploadKey=k",
                        exchange -> exchange.getMessage()
                                .setBody(TestVideo.of(5 * TestVideo.PART).bytes()));
        untilFaultsAre(2);

        fixture.context().stop();

        assertThat(warnings("was ended by a stop"))
                .hasSize(2)
                .anyMatch(line -> line.contains("'plain.mp4' was ended by a stop with 2 of 4 parts (exchange ")
                        && line.contains(" deleted): the component is stopping"))
                .anyMatch(line -> line.contains("'keyed.mp4' was ended by a stop with 2 of 5 parts (exchange ")
                        && line.contains(" kept; an upload with the same uploadKey resumes it): the component is"));
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void aStopNamesEachUploadThatWaitedForItsTurnAndSentNothing() throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.stallBeforeProcessing());
        fixture.context().getShutdownStrategy().setTimeout(1);
        log.level(Level.WARN);
        CompletableFuture<Exchange> running = send("apivideo:upload?fileName=runs.mp4");
        untilFaultsAre(1);
        CompletableFuture<Exchange> waiting = send("apivideo:upload?fileName=waits.mp4&uploadKey=k");
        CompletableFuture<Exchange> part =
                send("apivideo:uploadPart?fileName=part.mp4&partNumber=1&totalParts=2&videoId=vi1");
        untilUploadsWait(2);

        fixture.context().stop();

        assertThat(warnings("was ended by a stop with"))
                .singleElement()
                .asString()
                .contains("'runs.mp4'", running.join().getExchangeId());
        assertThat(warnings("was ended by a stop while it waited to begin, and sent nothing"))
                .hasSize(2)
                .anyMatch(line -> line.contains("'waits.mp4'")
                        && line.contains(
                                "(exchange " + waiting.join().getExchangeId() + "): the component is stopping"))
                .anyMatch(line -> line.contains("'part.mp4'")
                        && line.contains("(exchange " + part.join().getExchangeId() + "): the component is stopping"));
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);
        assertThat(fixture.simulator().requests(RequestKind.SOURCE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', a.mp4, .failed/a.mp4", "&moveFailed=.failed, .failed/a.mp4, a.mp4"})
    void aFileThatWaitedForItsTurnStaysUnlessFailedOnesAreMoved(String ofTheFiles, String isThere, String isNotThere)
            throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.stallBeforeProcessing());
        send("apivideo:upload?fileName=runs.mp4");
        untilFaultsAre(1);
        TestVideo.of(TestVideo.PART).file(inbox, "a.mp4");
        route(ofTheFiles, "title=a", 1);
        untilUploadsWait(1);

        fixture.context().stop();

        assertThat(warnings("'a.mp4' was ended by a stop while it waited to begin, and sent nothing"))
                .isNotEmpty();
        assertThat(inbox.resolve(isThere)).exists();
        assertThat(inbox.resolve(isNotThere)).doesNotExist();
        assertThat(inbox.resolve(".camel/a.mp4")).doesNotExist();
    }

    private void untilUploadsWait(int number) {
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        Awaitility.await()
                .until(() -> component.uploads().stream()
                                .filter(upload -> upload.state() == UploadProgress.State.WAITING)
                                .count()
                        == number);
    }

    private CompletableFuture<Exchange> send(String uri) {
        return fixture.template().asyncSend(uri, exchange -> exchange.getMessage()
                .setBody(TestVideo.of(TestVideo.PART).bytes()));
    }

    @Test
    void aFileWhoseUploadIsCutOffIsMovedToTheFailedOnesWithTheReason() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).then(Fault.stallBeforeProcessing());
        TestVideo.of(2 * TestVideo.PART).file(inbox, "a.mp4");
        route("title=a", 1);
        untilFaultsAre(1);

        fixture.context().stop();

        assertThat(failed)
                .singleElement()
                .extracting(Exchange::getException)
                .asString()
                .contains("The upload of 'a.mp4' failed after 1 accepted parts", "the component is stopping");
        assertThat(inbox.resolve(".failed/a.mp4")).exists();
        assertThat(inbox.resolve("a.mp4")).doesNotExist();
    }

    @Test
    void whatOnlyWaitsForARetryEndsWhenTheApplicationBeginsToStop() throws Exception {
        failAndWaitLong(RequestKind.SOURCE);
        TestVideo.of(2 * TestVideo.PART).file(inbox, "a.mp4");
        route("title=a", LONGER_THAN_THE_TEST);
        untilFaultsAre(1);

        fixture.context().stop();

        assertThat(failed)
                .singleElement()
                .extracting(Exchange::getException)
                .asString()
                .contains("deleted): the component is stopping, and waits for no retry: ", "503");
        assertThat(inbox.resolve(".failed/a.mp4")).exists();
        assertThat(warnings("'a.mp4' was ended by a stop with 0 of 2 parts")).hasSize(1);
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void anotherCallThatOnlyWaitsForARetryEndsToo() throws Exception {
        failAndWaitLong(RequestKind.LIST);
        route("title=a", LONGER_THAN_THE_TEST);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:list").to("apivideo:listVideos");
            }
        });
        fixture.template().sendBody("seda:list", "");
        untilFaultsAre(1);

        fixture.context().stop();

        assertThat(failed)
                .singleElement()
                .extracting(Exchange::getException)
                .asString()
                .contains("the component is stopping, and waits for no retry: ");
    }

    @Test
    void anUploadThatIsTriedAgainSoonIsCompletedBeforeTheStop() throws Exception {
        fixture.options().setRetryDelay(1000);
        fixture.options().setMaxRetryDelay(1000);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));
        TestVideo video = TestVideo.of(2 * TestVideo.PART);
        video.file(inbox, "a.mp4");
        route("title=a", LONGER_THAN_THE_TEST);
        untilFaultsAre(1);

        fixture.context().stop();

        assertThat(failed).extracting(Exchange::getException).isEmpty();
        assertThat(fixture.simulator().videos()).singleElement().satisfies(received -> assertThat(received.sha256())
                .isEqualTo(video.sha256()));
        assertThat(Files.exists(inbox.resolve(".camel/a.mp4"))).isTrue();
    }

    @Test
    void aPartOfAVideoIsNamedToo() throws Exception {
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=whole", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.stallBeforeProcessing());
        log.level(Level.WARN);
        fixture.template()
                .asyncSend(
                        "apivideo:uploadPart?partNumber=1&totalParts=2&fileName=part.mp4&videoId=" + videoId,
                        exchange -> exchange.getMessage()
                                .setBody(TestVideo.of(TestVideo.PART).bytes()));
        untilFaultsAre(1);

        fixture.context().stop();

        assertThat(warnings("The part in 'part.mp4' was ended by a stop (exchange "))
                .hasSize(1);
    }
}
