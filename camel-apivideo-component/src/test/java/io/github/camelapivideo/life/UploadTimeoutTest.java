// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException.SidecarsFailed;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No upload takes longer than its {@code uploadTimeout}, and nothing of it stays. */
@Timeout(60)
class UploadTimeoutTest {

    private final CountDownLatch end = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        end.countDown();
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private InputStream silent() {
        return new InputStream() {
            @Override
            public int read() throws InterruptedIOException {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
    }

    private void assertTooLate(Exchange exchange, String... texts) {
        assertThat(exchange.getException())
                .isInstanceOf(UploadFailed.class)
                .hasCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("it was not complete after ")
                .hasMessageContaining(" ms (uploadTimeout)");
        for (String text : texts) {
            assertThat(exchange.getException()).hasMessageContaining(text);
        }
    }

    // The first upload of a JVM is slow: those after it are far from their limit when they are held.
    private void warmUp() {
        TestVideo video = TestVideo.of(PART + 1);
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.bytes()), video);
        fixture.simulator().reset();
    }

    private void assertNothingIsLeft() {
        assertThat(fixture.simulator().videos()).isEmpty();
        Awaitility.await().untilAsserted(() -> {
            assertThat(ComponentState.buffers(component())).contains(": 0 of ");
            assertThat(ComponentState.tasksOnTheTimer(component())).isZero();
        });
    }

    @Test
    void anUploadWhosePartsGetNoAnswerEndsAndItsContainerIsDeleted() {
        warmUp();
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.hold(end));
        Exchange exchange = fixture.upload("partSize=5MiB&uploadTimeout=3000", TestVideo.of(2 * PART).stream());
        assertTooLate(exchange, "3000 ms", "deleted");
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void anUploadWhoseBodyStopsComingEnds() {
        InputStream body = new SequenceInputStream(TestVideo.of(PART + 7).stream(), silent());
        assertTooLate(fixture.upload("partSize=5MiB&uploadTimeout=1000", body));
        assertNothingIsLeft();
    }

    @Test
    void anUploadThatRetriesEnds() {
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.status(503));
        assertTooLate(fixture.upload(
                "maxRetries=100000&uploadTimeout=300", TestVideo.of(10).bytes()));
        assertNothingIsLeft();
    }

    @Test
    void anUploadThatIsQuickerIsComplete() {
        TestVideo video = TestVideo.of(2 * PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&uploadTimeout=50000", video.stream()), video);
        assertThat(ComponentState.tasksOnTheTimer(component())).isZero();
    }

    @Test
    void theTimeInWhichAnUploadWaitsForItsTurnCounts() {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        TestVideo video = TestVideo.of(10);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(end));
        CompletableFuture<Exchange> first = fixture.template()
                .asyncSend("apivideo:upload", exchange -> exchange.getMessage().setBody(video.bytes()));
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);

        Exchange second = fixture.upload("uploadTimeout=300", video.bytes());
        assertTooLate(second, "failed before it began (no container)");
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);

        end.countDown();
        fixture.assertArrived(first.join(), video);
        fixture.assertArrived(fixture.upload("uploadTimeout=50000", video.bytes()), video);
    }

    @Test
    void aResumableUploadKeepsWhatItHas() {
        warmUp();
        TestVideo video = TestVideo.of(2 * PART);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(end));
        Exchange late = fixture.upload("partSize=5MiB&parallelism=1&uploadKey=k&uploadTimeout=3000", video.bytes());
        assertTooLate(late, "kept; an upload with the same uploadKey resumes it");

        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1&uploadKey=k", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void aSidecarThatDoesNotComeEndsTheUploadBeforeItBegins() {
        Exchange exchange = fixture.upload(
                "uploadTimeout=300",
                TestVideo.of(10).bytes(),
                Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", silent())));
        assertTooLate(exchange, "failed before it began (no container)");
        assertThat(fixture.simulator().requests()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aSidecarThatIsNotSentInTimeIsNamedAndTheVideoStays() {
        warmUp();
        fixture.simulator().faults().on(RequestKind.CAPTIONS).then(Fault.hold(end));
        Exchange exchange = fixture.upload(
                "uploadTimeout=3000",
                TestVideo.of(10).bytes(),
                Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", SmallFiles.vtt("fr"))));
        assertThat(exchange.getException())
                .isInstanceOf(SidecarsFailed.class)
                .hasMessageContaining("it was not complete after 3000 ms (uploadTimeout)");
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void onePartEndsTooAndItsContainerStays() {
        fixture.simulator().faults().on(RequestKind.STATUS).then(Fault.hold(end));
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=t", created -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        Exchange exchange = fixture.template()
                .request(
                        "apivideo:uploadPart?uploadTimeout=500&partNumber=1&totalParts=1&videoId=" + videoId,
                        part -> part.getMessage().setBody(TestVideo.of(10).stream()));
        assertTooLate(exchange, "Part 1 of " + videoId + " was not sent");
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void aNegativeTimeIsRefused() {
        Exchange exchange = new DefaultExchange(fixture.context());
        assertThat(catchThrowable(() -> fixture.template().send("apivideo:upload?uploadTimeout=-1", exchange)))
                .hasStackTraceContaining("uploadTimeout=-1: allowed is 0 or more");
    }
}
