// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedUploadTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void saysWhatTheServiceSaidAndHowFarItGot() {
        refusePart(3);
        Exchange exchange = fixture.upload(
                "partSize=5MiB&parallelism=1", TestVideo.of(4 * PART).bytes());

        ApiVideoException failure = (ApiVideoException) exchange.getException();
        assertThat(failure).isInstanceOf(ApiVideoException.UploadFailed.class);
        assertThat(failure.getStatus()).isEqualTo(400);
        assertThat(failure.getProblem().type()).endsWith("/uploaded-file-invalid-file");
        assertThat(failure.getProblem().title()).isNotBlank();
        assertThat(failure.getVideoId())
                .isEqualTo(fixture.simulator().deletedVideoIds().get(0));
        assertThat(failure.getPartsReceived()).isEqualTo(2);
        assertThat(failure)
                .hasMessageContaining("failed after 2 accepted parts (container " + failure.getVideoId() + " deleted)");
        assertThat(exchange.getMessage().getBody()).isInstanceOf(byte[].class);
    }

    @Test
    void deletesTheContainerThatItCreated() {
        refusePart(2);
        fixture.upload("partSize=5MiB&parallelism=4", TestVideo.of(8 * PART).bytes());
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
    }

    @Test
    void keepsTheContainerWhereThatIsWanted() {
        refusePart(2);
        Exchange exchange = fixture.upload(
                "partSize=5MiB&onFailure=keep", TestVideo.of(3 * PART).bytes());
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(exchange.getException()).hasMessageContaining("kept");
    }

    @Test
    void neverDeletesAContainerThatItDidNotCreate() {
        Exchange first = fixture.upload("", TestVideo.of(10).bytes());
        String videoId = fixture.received(first).videoId();
        Exchange second = fixture.upload("", TestVideo.of(11).bytes(), Map.of(ApiVideoConstants.VIDEO_ID, videoId));
        ApiVideoException failure = (ApiVideoException) second.getException();
        assertThat(failure)
                .hasMessageContaining("videoId=" + videoId + ": the container has its video already")
                .hasMessageContaining("removeHeader")
                .hasMessageContaining("container " + videoId + " kept");
        assertThat(failure.getVideoId()).isEqualTo(videoId);
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256())
                .isEqualTo(TestVideo.of(10).sha256());
    }

    @Test
    void aFailingDeletionDoesNotHideTheFirstError() {
        refusePart(1);
        fixture.simulator().faults().on(RequestKind.DELETE).then(Fault.status(403));
        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("uploaded-file-invalid-file")
                .hasMessageContaining("could not be deleted");
        assertThat(exchange.getException().getCause().getSuppressed()).hasSize(1);
    }

    @Test
    void aPageInPlaceOfTheAnswerIsNotTakenForADeletion() {
        refusePart(1);
        fixture.simulator().faults().on(RequestKind.DELETE).times(1).then(Fault.html(200));
        assertThat(fixture.upload("", TestVideo.of(10).bytes()).getException()).hasMessageContaining("deleted)");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void deletesAContainerWhoseCreationWasNotAnswered() {
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.loseAnswer());
        Exchange exchange = fixture.upload("maxRetries=0", TestVideo.of(10).bytes());
        assertThat(exchange.getException()).hasMessageContaining("deleted)");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
    }

    @Test
    void saysHowToFindAContainerThatMayBeLeft() {
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.LIST).then(Fault.status(503));
        Exchange exchange = fixture.upload("maxRetries=0", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("a container with the metadata")
                .hasMessageContaining("camel-apivideo-upload");
    }

    @Test
    void looksForAContainerThatMayBeThereThoughTheLastTryWasRefused() {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.LIST).times(1).then(Fault.problem(403, "authorization-suspended"));
        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
        assertThat(exchange.getException()).hasMessageContaining("authorization-suspended");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onFailure=delete", "onFailure=keep"})
    void saysThatAContainerMayBeThereThoughTheLastTryWasRefused(String options) {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.LIST).then(Fault.problem(403, "authorization-suspended"));
        Exchange exchange = fixture.upload(options, TestVideo.of(10).bytes());
        assertThat(exchange.getException()).hasMessageContaining("a container with the metadata");
    }

    @Test
    void saysWhichUploadContinuesInAContainerThatMayExist() {
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.loseAnswer());
        Exchange exchange =
                fixture.upload("uploadKey=k&maxRetries=0", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("may be left; an upload with the same uploadKey resumes it");
    }

    @Test
    void tellsOfTheContainerWhenABodyBreaksWithAnErrorOfItsOwn() {
        InputStream breaks = new SequenceInputStream(TestVideo.of(2 * PART).stream(), new InputStream() {
            @Override
            public int read() {
                throw new IllegalArgumentException("the tape is no tape");
            }
        });
        Exchange exchange = fixture.upload("partSize=5MiB&parallelism=1", breaks);
        assertThat(exchange.getException())
                .isInstanceOf(ApiVideoException.UploadFailed.class)
                .hasMessageContaining("the tape is no tape")
                .hasMessageContaining(
                        "container " + fixture.simulator().deletedVideoIds().get(0) + " deleted");
    }

    @Test
    void leavesTheSourceAsItWas() {
        refusePart(1);
        TestVideo video = TestVideo.of(10);
        Path file = video.file(folder, "video.mp4");
        fixture.upload("", file);
        assertThat(file).hasBinaryContent(video.bytes());
    }

    @Test
    void aStreamCacheCanBeSentAgain() {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        Exchange exchange = fixture.upload("partSize=5MiB", new InputStreamCache(video.bytes()));
        assertThat(exchange.getException()).isNotNull();
        exchange.setException(null);
        fixture.assertArrived(fixture.template().send("apivideo:upload?partSize=5MiB", exchange), video);
    }

    private void refusePart(int part) {
        if (part == 1) {
            fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
        } else {
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(part)
                    .then(Fault.problem(400, "uploaded-file-invalid-file"));
        }
    }
}
