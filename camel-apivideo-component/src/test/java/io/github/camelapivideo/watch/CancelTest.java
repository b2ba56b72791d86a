// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One upload is ended without ending the application. */
class CancelTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);

    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void release() {
        held.countDown();
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private CompletableFuture<Exchange> begin(String options, Object body) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(body));
    }

    private UploadProgress onlyRunning() {
        return Awaitility.await()
                .until(
                        () -> component().uploads().stream()
                                .filter(upload -> upload.state() == State.RUNNING)
                                .findFirst()
                                .orElse(null),
                        upload -> upload != null && upload.videoId() != null && upload.parts() == 1);
    }

    @Test
    void aRunningUploadEndsAndNothingIsLeft() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin("partSize=5MiB&parallelism=1&fileName=a.mp4", VIDEO.stream());
        UploadProgress running = onlyRunning();
        assertThat(running.fileName()).isEqualTo("a.mp4");

        assertThat(component().cancelUpload(running.uploadId())).isTrue();

        assertThat(upload.get().getException())
                .isInstanceOf(ApiVideoException.UploadFailed.class)
                .hasMessageContaining("the upload was cancelled");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(component().uploads()).isEmpty();
        Awaitility.await().until(() -> ComponentState.buffers(component()).contains(": 0 of "));
        assertThat(component().cancelUpload(running.uploadId())).isFalse();
    }

    @Test
    void noTimerIsLeftOfARetry() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.status(503));
        CompletableFuture<Exchange> upload = begin(
                "retryDelay=600000&maxRetryDelay=600000&progressInterval=0",
                TestVideo.of(10).bytes());
        Awaitility.await().until(() -> component().uploads().stream().anyMatch(one -> one.retries() == 1));

        component().cancelUpload(component().uploads().get(0).uploadId());

        assertThat(upload.get().getException()).hasMessageContaining("the upload was cancelled");
        Awaitility.await().until(() -> ComponentState.tasksOnTheTimer(component()) == 0);
    }

    @Test
    void anUploadThatHasNotBegunIsFoundByTheVideoThatItIsTold() throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> first = begin("", TestVideo.of(10).bytes());
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        CompletableFuture<Exchange> second =
                begin("videoId=" + videoId, TestVideo.of(10).bytes());
        Awaitility.await().until(() -> component().uploads().size() == 2);

        assertThat(component().cancelUpload(videoId)).isTrue();

        assertThat(second.get().getException()).isInstanceOf(CancellationException.class);
        assertThat(component().cancelUpload(null)).isFalse();
        held.countDown();
        fixture.assertArrived(first.get(), TestVideo.of(10));
    }

    @Test
    void aCancelledUploadKeepsItsContainerWhereThatIsWanted() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin("partSize=5MiB&parallelism=1&onFailure=keep", VIDEO.stream());
        UploadProgress running = onlyRunning();

        assertThat(component().cancelUpload(running.videoId()))
                .as("by the video")
                .isTrue();

        assertThat(upload.get().getException()).hasMessageContaining("the upload was cancelled");
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void anUploadThatWaitsForItsTurnEndsAtOnceAndTheOthersGoOn() throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> first =
                begin("fileName=1.mp4", TestVideo.of(10).bytes());
        Awaitility.await().until(() -> component().uploads().size() == 1);
        CompletableFuture<Exchange> second =
                begin("fileName=2.mp4", TestVideo.of(11).bytes());
        Awaitility.await().until(() -> component().uploads().size() == 2);
        CompletableFuture<Exchange> third =
                begin("fileName=3.mp4", TestVideo.of(12).bytes());
        UploadProgress waiting = Awaitility.await()
                .until(
                        () -> component().uploads().stream()
                                .filter(upload -> upload.fileName().equals("2.mp4"))
                                .findFirst()
                                .orElseThrow(),
                        upload -> upload.state() == State.WAITING);

        component().cancelUpload(waiting.uploadId());

        assertThat(second.get().getException())
                .isInstanceOf(CancellationException.class)
                .hasMessage("the upload was cancelled");
        held.countDown();
        fixture.assertArrived(first.get(), TestVideo.of(10));
        fixture.assertArrived(third.get(), TestVideo.of(12));
        assertThat(fixture.simulator().videos()).hasSize(2);
    }
}
