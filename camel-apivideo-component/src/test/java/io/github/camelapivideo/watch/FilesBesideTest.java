// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.SidecarsFailed;
import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.api.notification.ApiVideoNotification;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadCompleted;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An upload with files beside its video begins before these are read, and ends after they are sent. */
@Timeout(60)
class FilesBesideTest {

    private static final TestVideo VIDEO = TestVideo.of(10);
    private static final byte[] TEXT = SmallFiles.vtt("fr");
    private static final String STANDS = "'a.mp4' stands still after ";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<ApiVideoNotification> told = new CopyOnWriteArrayList<>();
    private final List<UploadProgress> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

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

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private CompletableFuture<Exchange> begin(Object captions) {
        return fixture.template().asyncSend("apivideo:upload?progressInterval=50&fileName=a.mp4", exchange -> {
            exchange.getMessage().setHeader(ApiVideoConstants.CAPTIONS, Map.of("fr", captions));
            exchange.getMessage().setBody(VIDEO.bytes());
        });
    }

    /** Delivers captions, but not before they are released. */
    private InputStream silent() {
        InputStream first = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
        return new SequenceInputStream(first, new ByteArrayInputStream(TEXT));
    }

    private UploadProgress await(State state, String standstill) {
        return Awaitility.await()
                .until(() -> component().uploads(), all -> all.stream()
                        .anyMatch(row -> row.state() == state
                                && row.standstill() != null
                                && row.standstill().matches(standstill)))
                .get(0);
    }

    private void awaitWarning(String reason) {
        Awaitility.await()
                .until(() -> log.lines().stream().anyMatch(line -> line.matches(".*UploadLog " + STANDS + reason)));
    }

    private Object attribute(String name) throws Exception {
        MBeanServer server =
                fixture.context().getManagementStrategy().getManagementAgent().getMBeanServer();
        return server.getAttribute(
                new ObjectName("org.apache.camel:context=" + fixture.context().getManagementName()
                        + ",type=components,name=\"apivideo\""),
                name);
    }

    private String console() {
        return PluginHelper.getDevConsoleResolver(fixture.context())
                .resolveDevConsole("apivideo")
                .call(MediaType.TEXT)
                .toString();
    }

    private void assertSeen(State state, String inTheConsole) throws Exception {
        CompositeData row = (CompositeData)
                ((TabularData) attribute("Uploads")).values().iterator().next();
        assertThat(row.get("state")).isEqualTo(state.name());
        assertThat(row.get("standstill")).isNotNull();
        assertThat(attribute("RunningUploads")).isEqualTo(1);
        assertThat(attribute("WaitingUploads")).isEqualTo(0);
        assertThat(attribute("CompletedUploads")).isEqualTo(0L);
        assertThat(meters.get("apivideo.uploads.running").gauge().value()).isOne();
        assertThat(meters.get("apivideo.uploads.waiting").gauge().value()).isZero();
        assertThat(meters.get("apivideo.uploads.standing").gauge().value()).isOne();
        assertThat(console()).contains(inTheConsole).contains("uploads: 1 running, 0 waiting, 0 completed, 0 failed");
        assertThat(told).noneMatch(UploadCompleted.class::isInstance);
    }

    private long ended(String outcome) {
        return meters.get("apivideo.uploads").tags("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private void assertCountedOnce(boolean failed) throws Exception {
        Awaitility.await().until(() -> component().uploads().isEmpty());
        assertThat(attribute("CompletedUploads")).isEqualTo(failed ? 0L : 1L);
        assertThat(attribute("FailedUploads")).isEqualTo(failed ? 1L : 0L);
        assertThat(attribute("UploadedBytes")).isEqualTo(VIDEO.length());
        assertThat(ended("success")).isEqualTo(failed ? 0 : 1);
        assertThat(ended("failure")).isEqualTo(failed ? 1 : 0);
        assertThat(told.stream().filter(UploadCompleted.class::isInstance)).hasSize(failed ? 0 : 1);
        assertThat(told.stream().filter(UploadFailed.class::isInstance)).hasSize(failed ? 1 : 0);
        assertThat(heard)
                .extracting(UploadProgress::state)
                .filteredOn(state -> !state.isActive())
                .hasSize(1);
        assertThat(heard.get(heard.size() - 1).state()).isEqualTo(failed ? State.FAILED : State.COMPLETED);
    }

    @Test
    void whileAFileIsReadTheUploadIsPreparing() throws Exception {
        CompletableFuture<Exchange> upload = begin(silent());

        String reason = "Header CamelApiVideoCaptions, fr: has delivered nothing for \\d+ s";
        UploadProgress row = await(State.PREPARING, reason);

        assertSeen(State.PREPARING, "a.mp4 opens its body and reads the files beside it, 0 s");
        awaitWarning("0 bytes, 0 parts: " + reason);
        assertThat(row.videoId()).isNull();
        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
        assertCountedOnce(false);
    }

    @Test
    void whileAFileIsSentTheUploadIsFinishing() throws Exception {
        fixture.simulator().faults().on(RequestKind.CAPTIONS).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin(TEXT);

        UploadProgress row = await(State.FINISHING, "the service takes nothing");

        assertThat(row.percent()).isEqualTo(100);
        assertThat(heard).extracting(UploadProgress::state).contains(State.FINISHING);
        assertSeen(State.FINISHING, "MB/s, sends the files beside it, 0 s");
        awaitWarning("10 bytes, 1 of 1 part: the service takes nothing");
        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
        assertCountedOnce(false);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("'a.mp4' is video "))
                .hasSize(1);
    }

    @Test
    void aServiceThatFailsForAFileIsNamed() throws Exception {
        fixture.simulator().faults().on(RequestKind.CAPTIONS).then(Fault.status(503));
        begin(TEXT);

        awaitWarning(
                "10 bytes, 1 of 1 part: the service has failed for \\d+ s: .*503 Service Unavailable: The answer was .*");
        UploadProgress row = await(State.FINISHING, "the service has failed for .*");
        assertThat(row.retries()).isPositive();
    }

    @Test
    void aRateLimitThatAFileWaitsForIsNamed() throws Exception {
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/captions/{language}")
                .times(1)
                .then(Fault.tooManyRequests(Duration.ofSeconds(2)));
        CompletableFuture<Exchange> upload = begin(TEXT);

        awaitWarning("10 bytes, 1 of 1 part: the account has reached its rate limit, and may go on in \\d+ s");
        assertThat(await(State.FINISHING, ".*rate limit.*").retries()).isPositive();
        fixture.assertArrived(upload.get(), VIDEO);
        assertCountedOnce(false);
    }

    @Test
    void anUploadWhoseFileFailsHasFailedAndIsNotDone() throws Exception {
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/captions/{language}")
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));

        Exchange failed = begin(TEXT).get();

        SidecarsFailed failure = failed.getException(SidecarsFailed.class);
        assertCountedOnce(true);
        assertThat(told)
                .filteredOn(UploadFailed.class::isInstance)
                .singleElement()
                .satisfies(news -> assertThat(((UploadFailed) news).problem()).isSameAs(failure));
        assertThat(log.lines())
                .filteredOn(line -> line.contains("'a.mp4' is video "))
                .isEmpty();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("'a.mp4' has failed after 10 bytes in 1 part, ")
                        && line.contains("container " + failure.getVideoId())
                        && line.endsWith(failure.getMessage()))
                .hasSize(1);
    }
}
