// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException.SidecarsFailed;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An upload that ends while the service works for it says truly what is left there. */
@Timeout(60)
class EarlyEndTest {

    private static final TestVideo VIDEO = TestVideo.of(10);

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

    private CompletableFuture<Exchange> begin(String uri) {
        return begin(uri, Map.of());
    }

    private CompletableFuture<Exchange> begin(String uri, Map<String, Object> headers) {
        return fixture.template().asyncSend("apivideo:" + uri, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setBody(VIDEO.bytes());
        });
    }

    private Throwable failure(CompletableFuture<Exchange> upload) throws Exception {
        return upload.get(60, TimeUnit.SECONDS).getException();
    }

    private boolean cancel() {
        UploadProgress only = Awaitility.await()
                .until(() -> component().uploads(), all -> all.size() == 1)
                .get(0);
        return component().cancelUpload(only.uploadId());
    }

    private void injected(int number) {
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == number);
    }

    private String container() {
        return fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private void creationTakes(Duration time) {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.delay(time));
    }

    private void assertTheContainerIsDeleted(Throwable failure) {
        assertThat(fixture.simulator().deletedVideoIds()).as("%s", failure).hasSize(1);
        String videoId = fixture.simulator().deletedVideoIds().get(0);
        assertThat(failure).isInstanceOf(UploadFailed.class).hasMessageContaining("container " + videoId + " deleted");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void aContainerThatAppearsAfterACancellationIsDeleted() throws Exception {
        creationTakes(Duration.ofMillis(700));
        CompletableFuture<Exchange> upload = begin("upload?recordTimeout=15000");
        injected(1);
        cancel();
        assertTheContainerIsDeleted(failure(upload));
        Awaitility.await().until(() -> ComponentState.tasksOnTheTimer(component()) == 0);
    }

    @Test
    void aContainerThatAppearsAfterTheUploadTimeoutIsDeleted() throws Exception {
        fixture.assertArrived(begin("upload").get(), VIDEO);
        fixture.simulator().reset();
        creationTakes(Duration.ofMillis(2000));
        CompletableFuture<Exchange> upload = begin("upload?recordTimeout=15000&uploadTimeout=1000");
        assertTheContainerIsDeleted(failure(upload));
    }

    @Test
    void aContainerThatAppearsWhileTheContextStopsIsDeleted() throws Exception {
        creationTakes(Duration.ofMillis(700));
        CompletableFuture<Exchange> upload = begin("upload?recordTimeout=15000");
        injected(1);
        fixture.context().stop();
        assertTheContainerIsDeleted(failure(upload));
    }

    @Test
    void aContainerWhoseCreationTakesTooLongMayBeLeftAndIsNamed() throws Exception {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin("upload?recordTimeout=300");
        injected(1);
        cancel();
        assertThat(failure(upload))
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("a container with the metadata")
                .hasMessageContaining("camel-apivideo-upload")
                .hasMessageContaining("may be left");
    }

    @Test
    void aContainerWhoseCreationWasRefusedIsNotLookedForAgain() throws Exception {
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.status(500));
        assertThat(failure(begin("upload?maxRetries=0"))).hasMessageContaining("(no container found)");
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(1);
    }

    @Test
    void aBodyThatBreaksWhileTheFirstDelegatedPartIsSentSaysThatAVideoMayBeLeft() throws Exception {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        fixture.simulator().faults().on(RequestKind.DELEGATED).times(1).then(Fault.hold(held));
        InputStream breaks = new SequenceInputStream(TestVideo.of(TestVideo.PART + 1).stream(), new InputStream() {
            @Override
            public int read() {
                injected(1);
                throw new IllegalArgumentException("the tape is no tape");
            }
        });
        CompletableFuture<Exchange> upload = fixture.template()
                .asyncSend("apivideo:upload?partSize=5MiB&uploadToken=" + token, exchange -> exchange.getMessage()
                        .setBody(breaks));
        assertThat(failure(upload)).hasMessageContaining("the tape is no tape").hasMessageContaining("may be left");
    }

    @Test
    void aDelegatedUploadThatEndsWhileItsFirstPartIsSentSaysThatAVideoMayBeLeft() throws Exception {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        fixture.simulator().faults().on(RequestKind.DELEGATED).times(1).then(Fault.stallAnswer());
        CompletableFuture<Exchange> upload = begin("upload?fileName=a.mp4&uploadToken=" + token);
        Awaitility.await().until(() -> fixture.simulator().videos().size() == 1);
        cancel();
        assertThat(failure(upload)).hasMessageContaining("a video with the title 'a.mp4' may be left");
    }

    @Test
    void aDelegatedUploadWithoutAnAnswerSaysThatAVideoMayBeLeft() throws Exception {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        fixture.simulator().faults().on(RequestKind.DELEGATED).then(Fault.loseAnswer());
        assertThat(failure(begin("upload?maxRetries=0&uploadToken=" + token))).hasMessageContaining("may be left");
    }

    @Test
    void aDelegatedUploadThatWaitsForTheRateLimitLeavesNothing() throws Exception {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        fixture.simulator().faults().on(RequestKind.DELEGATED).then(Fault.tooManyRequests(Duration.ofSeconds(60)));
        CompletableFuture<Exchange> upload = begin("upload?uploadToken=" + token);
        Awaitility.await().until(() -> component().uploads().stream().anyMatch(one -> one.retries() > 0));
        cancel();
        assertThat(failure(upload)).hasMessageContaining("(no container)");
    }

    @Test
    void aPartThatEndsAfterItWasSentSaysThatItMayHaveArrived() throws Exception {
        String videoId = container();
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.stallAnswer());
        CompletableFuture<Exchange> part =
                begin("uploadPart?uploadTimeout=1500&partNumber=1&totalParts=1&videoId=" + videoId);
        assertThat(failure(part))
                .isInstanceOf(UploadFailed.class)
                .hasMessageStartingWith("Part 1 of " + videoId + " may have arrived: it was not complete after");
        assertThat(fixture.simulator().video(videoId).orElseThrow().complete()).isTrue();
    }

    @Test
    void theBytesOfAPartStayAmongTheUploadedBytes() throws Exception {
        String videoId = container();
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> part = begin("uploadPart?partNumber=1&totalParts=1&videoId=" + videoId);
        Awaitility.await().until(() -> component().getUploadedBytes() == VIDEO.length());
        assertThat(component().getRunningUploads()).isEqualTo(1);
        held.countDown();
        assertThat(failure(part)).isNull();
        Awaitility.await().until(() -> component().uploads().isEmpty());
        assertThat(component().getUploadedBytes()).isEqualTo(VIDEO.length());
        assertThat(component().getCompletedUploads()).as("whole videos only").isZero();
    }

    @Test
    void anUploadWhoseVideoIsCompleteCannotBeCancelled() throws Exception {
        // The answer to the part has no description, so that the upload reads it.
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.answerAfterProcessing(500));
        fixture.simulator().faults().on(RequestKind.GET).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin("upload");
        injected(2);

        assertThat(cancel()).isFalse();

        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
    }

    @Test
    void filesBesideACompleteVideoCanBeCancelled() throws Exception {
        fixture.simulator().faults().on(RequestKind.CAPTIONS).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload =
                begin("upload", Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", SmallFiles.vtt("a"))));
        injected(1);
        assertThat(component().uploads().get(0).state()).isEqualTo(State.FINISHING);

        assertThat(cancel()).isTrue();

        assertThat(failure(upload)).isInstanceOf(SidecarsFailed.class).hasMessageContaining("the upload was cancelled");
        assertThat(fixture.simulator().videos()).hasSize(1);
    }
}
