// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.api.notification.ApiVideoNotification;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadFailed;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadStarted;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An upload that ends before it begins is counted, told and logged like one that fails later. */
@Timeout(60)
class EndedWaitingTest {

    private static final String FAILURE = "failure";
    private static final String CANCELLED = "cancelled";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<ApiVideoNotification> told = new CopyOnWriteArrayList<>();
    private final List<UploadProgress> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @TempDir
    Path inbox;

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void watch() {
        log.level(Level.INFO);
        fixture.restart(simulator -> {}, context -> {
            context.getRegistry().bind("meters", MeterRegistry.class, meters);
            context.getRegistry().bind("listener", UploadListener.class, (UploadListener) heard::add);
            context.getComponent("apivideo", ApiVideoComponent.class).setMaxConcurrentUploads(1);
            context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
                @Override
                public void notify(CamelEvent event) {
                    if (event instanceof ApiVideoNotification news) {
                        told.add(news);
                    }
                }
            });
        });
    }

    @AfterEach
    void release() {
        held.countDown();
    }

    private long failedUploads() throws Exception {
        ObjectName component = new ObjectName("org.apache.camel:context="
                + fixture.context().getManagementName() + ",type=components,name=\"apivideo\"");
        return (long) fixture.context()
                .getManagementStrategy()
                .getManagementAgent()
                .getMBeanServer()
                .getAttribute(component, "FailedUploads");
    }

    private long counted(String outcome) {
        return meters.get("apivideo.uploads")
                .tags(
                        "outcome",
                        outcome,
                        "environment",
                        fixture.simulator().baseUri().getHost())
                .timer()
                .count();
    }

    private void assertSeen(Exchange exchange, String outcome, String reason) throws Exception {
        assertThat(exchange.getException()).hasMessageContaining(reason);
        assertThat(failedUploads()).as("JMX").isOne();
        assertThat(counted(FAILURE)).as("meter").isEqualTo(outcome.equals(FAILURE) ? 1 : 0);
        assertThat(counted(CANCELLED)).as("meter").isEqualTo(outcome.equals(CANCELLED) ? 1 : 0);
        assertThat(told)
                .filteredOn(UploadFailed.class::isInstance)
                .singleElement()
                .satisfies(news -> {
                    UploadFailed failed = (UploadFailed) news;
                    assertThat(failed.upload().uploadId()).isEqualTo(exchange.getExchangeId());
                    assertThat(failed.upload().fileName()).isEqualTo("lost.mp4");
                    assertThat(failed.upload().state()).isEqualTo(State.FAILED);
                    assertThat(failed.problem()).hasMessageContaining(reason);
                });
        assertThat(heard)
                .filteredOn(progress -> progress.uploadId().equals(exchange.getExchangeId()))
                .extracting(UploadProgress::state)
                .containsExactly(State.FAILED);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("'lost.mp4'"))
                .singleElement()
                .asString()
                .matches(".*UploadLog 'lost.mp4' " + (outcome.equals(CANCELLED) ? "was cancelled" : "has failed")
                        + " after \\d+\\.\\d s, before it began \\(exchange " + exchange.getExchangeId() + "\\): .*"
                        + Pattern.quote(reason) + ".*");
    }

    private CompletableFuture<Exchange> begin(String options) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(TestVideo.of(10).bytes()));
    }

    private void holdTheOnlyPlace() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        begin("fileName=first.mp4");
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
    }

    @Test
    void aFileThatIsGone() throws Exception {
        File gone = inbox.resolve("lost.mp4").toFile();

        assertSeen(fixture.upload("", gone), FAILURE, "The body is the file " + gone + ", which does not exist");
        assertThat(told).noneMatch(UploadStarted.class::isInstance);
    }

    @Test
    void aConsumedFileThatIsGone() throws Exception {
        GenericFile<File> consumed = new GenericFile<>();
        consumed.setFile(inbox.resolve("lost.mp4").toFile());
        consumed.setFileName("lost.mp4");

        assertSeen(fixture.upload("", consumed), FAILURE, "which does not exist");
    }

    @Test
    void aFileThatCannotBeRead() throws Exception {
        assertSeen(fixture.upload("fileName=lost.mp4", inbox), FAILURE, "which is not a regular file");
    }

    @Test
    void aFileBesideTheVideoThatIsGone() throws Exception {
        assertSeen(withCaptions(inbox.resolve("fr.vtt")), FAILURE, "fr.vtt");
    }

    @Test
    void aFileBesideTheVideoThatIsRefused() throws Exception {
        assertSeen(withCaptions(SmallFiles.jpg(400)), FAILURE, "Header CamelApiVideoCaptions, fr");
    }

    private Exchange withCaptions(Object file) {
        return fixture.upload(
                "fileName=lost.mp4", TestVideo.of(10).bytes(), Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", file)));
    }

    @Test
    void aTimeThatIsOverInTheQueue() throws Exception {
        holdTheOnlyPlace();

        Exchange late = fixture.upload(
                "fileName=lost.mp4&uploadTimeout=100", TestVideo.of(10).bytes());

        assertSeen(late, FAILURE, "it was not complete after 100 ms (uploadTimeout)");
    }

    @Test
    void aCancellationInTheQueue() throws Exception {
        holdTheOnlyPlace();
        CompletableFuture<Exchange> waiting = begin("fileName=lost.mp4");
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        Awaitility.await().until(() -> component.uploads().size() == 2);
        component.uploads().stream()
                .filter(upload -> upload.state() == State.WAITING)
                .forEach(upload -> component.cancelUpload(upload.uploadId()));

        assertSeen(waiting.get(), CANCELLED, "the upload was cancelled");
    }

    @Test
    void aPartIsNoUpload() throws Exception {
        Exchange part = fixture.template()
                .request(
                        "apivideo:uploadPart?videoId=vi1&partNumber=1&totalParts=2&fileName=lost.mp4",
                        exchange -> exchange.getMessage().setBody(inbox.resolve("lost.mp4")));

        assertThat(part.getException()).hasMessageContaining("which does not exist");
        assertThat(failedUploads()).isZero();
        assertThat(told).isEmpty();
        assertThat(log.lines()).noneMatch(line -> line.contains("'lost.mp4'"));
    }
}
