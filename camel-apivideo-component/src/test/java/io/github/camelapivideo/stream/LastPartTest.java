// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.stream;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last part of a stream goes like any other: it does not wait for those before. */
@Timeout(60)
class LastPartTest {

    private static final TestVideo VIDEO = TestVideo.of(3 * PART + 1);

    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void release() {
        held.countDown();
    }

    private CompletableFuture<Exchange> begin(String options, TestVideo video) {
        return fixture.template()
                .asyncSend("apivideo:upload?partSize=5MiB&parallelism=4" + options, exchange -> exchange.getMessage()
                        .setBody(video.tricklingStream()));
    }

    private void holdPart(RequestKind kind, int part) {
        fixture.simulator().faults().on(kind).part(part).times(1).then(Fault.hold(held));
    }

    private void awaitParts(Integer... parts) {
        await().until(() -> fixture.simulator().videos().stream()
                .map(ReceivedVideo::parts)
                .toList()
                .equals(List.of(List.of(parts))));
    }

    @Test
    void itOvertakesOthersAndTheVideoIsWhole() throws Exception {
        holdPart(RequestKind.SOURCE, 2);
        CompletableFuture<Exchange> upload = begin("", VIDEO);
        awaitParts(1, 3, 4);
        assertThat(upload).isNotDone();

        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
    }

    /** The answers to the other parts, the last one too, came before the video had this title. */
    @Test
    void theAnswerThatCompletesTheVideoBecomesTheBody() throws Exception {
        holdPart(RequestKind.SOURCE, 2);
        CompletableFuture<Exchange> upload = begin("", VIDEO);
        awaitAnswers(3);
        String videoId = fixture.simulator().videos().get(0).videoId();
        fixture.template().requestBody("apivideo:updateVideo?title=Renamed&videoId=" + videoId, (Object) null);

        held.countDown();
        Video body = upload.get().getMessage().getBody(Video.class);
        assertThat(body.title()).isEqualTo("Renamed");
        assertThat(body.assets().player()).isNotBlank();
    }

    /** Waits until the component has got the answers to so many parts: the next one comes after them. */
    private void awaitAnswers(int parts) {
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        await().until(() -> component.uploads().stream().anyMatch(upload -> upload.parts() == parts));
    }

    @Test
    void itOvertakesOthersOfADelegatedUpload() throws Exception {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        holdPart(RequestKind.DELEGATED, 3);
        CompletableFuture<Exchange> upload = begin("&uploadToken=" + token, VIDEO);
        awaitParts(1, 2, 4);

        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOURCE", "DELEGATED"})
    void itIsKnownAgainWhenOtherAnswersAreLost(RequestKind kind) {
        fixture.simulator().faults().on(kind).part(2).times(1).then(Fault.loseAnswer());
        fixture.simulator().faults().on(kind).part(4).times(1).then(Fault.loseAnswer());
        fixture.assertArrived(begin("&retryDelay=1" + token(kind), VIDEO).join(), VIDEO);
    }

    private String token(RequestKind kind) {
        return kind == RequestKind.DELEGATED
                ? "&uploadToken=" + fixture.simulator().createUploadToken(Duration.ZERO)
                : "";
    }

    @ParameterizedTest
    @EnumSource(names = {"SOURCE", "DELEGATED"})
    void itIsKnownAgainWhenItsAnswerIsLostAndAnEarlierPartIsSentAgainLater(RequestKind kind) throws Exception {
        fixture.simulator().faults().on(kind).part(2).times(1).then(Fault.status(503));
        holdPart(kind, 2);
        fixture.simulator().faults().on(kind).part(4).times(1).then(Fault.loseAnswer());
        CompletableFuture<Exchange> upload = begin("&retryDelay=1" + token(kind), VIDEO);
        awaitParts(1, 3, 4);

        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
    }

    /** Ends an upload after its last part and before its second. */
    private void leaveWithoutPart2() throws Exception {
        holdPart(RequestKind.SOURCE, 2);
        CompletableFuture<Exchange> upload = begin("&uploadKey=k", VIDEO);
        awaitParts(1, 3, 4);
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        component.cancelUpload(component.uploads().get(0).uploadId());
        assertThat(upload.get().getException()).hasMessageContaining("cancelled");
    }

    @Test
    void anUploadThatEndedAfterItIsResumed() throws Exception {
        leaveWithoutPart2();
        int before = fixture.parts().size();

        fixture.assertArrived(begin("&uploadKey=k", VIDEO).get(), VIDEO);
        assertThat(fixture.parts()).hasSize(before + 1);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * PART + 1, 3 * PART, 5 * PART})
    void aBodyWithAnotherEndDoesNotCompleteSuchAVideo(int length) throws Exception {
        leaveWithoutPart2();
        byte[] bytes = Arrays.copyOf(VIDEO.bytes(), length);

        Exchange other = begin("&uploadKey=k", new TestVideo(bytes)).get();

        assertThat(other.getException()).hasMessageContaining("another body with the same uploadKey");
        assertThat(fixture.simulator().videos()).singleElement().satisfies(video -> {
            assertThat(video.complete()).isFalse();
            assertThat(video.parts()).containsExactly(1, 3, 4);
        });
    }

    @Test
    void aBodyWithAsManyPartsAndAnotherLengthIsNoSuccess() throws Exception {
        leaveWithoutPart2();
        byte[] bytes = Arrays.copyOf(VIDEO.bytes(), 4 * PART);

        Exchange other = begin("&uploadKey=k", new TestVideo(bytes)).get();

        assertThat(other.getException()).hasMessageContaining("another body was sent into it");
    }
}
