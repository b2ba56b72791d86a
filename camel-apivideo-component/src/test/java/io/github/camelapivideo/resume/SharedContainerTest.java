// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.resume;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams with one key that begin alike and meet in one container: none that ends elsewhere is a success. */
@Timeout(60)
class SharedContainerTest {

    private static final TestVideo VIDEO = TestVideo.of(2 * PART + 7);
    private static final String OPTIONS = "uploadKey=k&partSize=5MiB&parallelism=1";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private static TestVideo longer(int bytes) {
        return new TestVideo(Arrays.copyOf(VIDEO.bytes(), VIDEO.bytes().length + bytes));
    }

    /** The second completes the container of the first, while the second part of the first is on its way. */
    private Exchange overtaken(String options, TestVideo first, TestVideo second) throws Exception {
        CountDownLatch overtaken = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(overtaken));
        CompletableFuture<Exchange> slow = fixture.template()
                .asyncSend("apivideo:upload?" + OPTIONS + options, exchange -> exchange.getMessage()
                        .setBody(first.stream()));
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        fixture.assertArrived(fixture.upload(OPTIONS, second.stream()), second);
        overtaken.countDown();
        return slow.get(30, TimeUnit.SECONDS);
    }

    @Test
    void anUploadThatAnotherOneOvertakesWithTheSameBytesIsASuccess() throws Exception {
        fixture.assertArrived(overtaken("", VIDEO, VIDEO), VIDEO);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2, ''", "2, '&onFailure=delete'", "5242880, ''", "5242880, '&onFailure=delete'"})
    void anUploadThatEndsElsewhereIsNoneAndTheVideoOfTheOtherStays(int more, String options) throws Exception {
        TestVideo first = longer(more);
        Exchange failed = overtaken(options, first, VIDEO);
        String videoId = fixture.simulator().videos().get(0).videoId();
        assertThat(failed.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + videoId + " kept")
                .hasMessageContaining("has " + VIDEO.bytes().length + " bytes, this upload " + first.bytes().length)
                .hasMessageContaining("uploadKey")
                .message()
                .doesNotContain("resumes it");
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256()).isEqualTo(VIDEO.sha256());
    }

    @Test
    void anUploadThatEndsAfterAnotherHasCompletedItsVideoDeletesNothing() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> slow = begin("&onFailure=delete");
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        String uploadId = component().uploads().get(0).uploadId();
        Exchange complete = fixture.upload(OPTIONS, VIDEO.stream());

        component().cancelUpload(uploadId);

        assertThat(slow.get(30, TimeUnit.SECONDS).getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("kept: its video is complete");
        fixture.assertArrived(complete, VIDEO);
        held.countDown();
    }

    @Test
    void aDeletionIsNotRepeatedAfterAnotherUploadHasCompletedTheVideo() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(400));
        fixture.simulator().faults().on(RequestKind.DELETE).times(1).then(Fault.status(503));
        fixture.options().setRetryDelay(5_000);
        fixture.options().setMaxRetryDelay(5_000);
        CompletableFuture<Exchange> failed = begin("&onFailure=delete");
        Awaitility.await()
                .until(() -> fixture.simulator().requests(RequestKind.DELETE).size() == 1);

        Exchange complete = fixture.upload(OPTIONS, VIDEO.stream());

        assertThat(failed.get(30, TimeUnit.SECONDS).getException()).hasMessageContaining("kept: its video is complete");
        fixture.assertArrived(complete, VIDEO);
    }

    @Test
    void anUploadThatEndsAloneDeletesItsContainer() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(400));

        assertThat(begin("&onFailure=delete").get(30, TimeUnit.SECONDS).getException())
                .hasMessageContaining(" deleted)");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private CompletableFuture<Exchange> begin(String options) {
        return fixture.template().asyncSend("apivideo:upload?" + OPTIONS + options, exchange -> exchange.getMessage()
                .setBody(VIDEO.stream()));
    }

    @Test
    void theNumberOfPartsTellsWhileTheSizeIsNotKnown() throws Exception {
        fixture.restart(simulator -> simulator.assemblyTime(Duration.ofHours(1)));
        Exchange failed = overtaken("", longer(PART), VIDEO);
        assertThat(failed.getException()).hasMessageContaining("has 3 parts, this upload 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void onlyAnUploadThatFoundPartsOfOthersAsksForTheSize(int failing) {
        fixture.assertArrived(fixture.upload(OPTIONS, VIDEO.stream()), VIDEO);
        assertThat(fixture.simulator().requests(RequestKind.STATUS))
                .as("afresh")
                .hasSize(1);
        fixture.simulator().reset();

        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(failing)
                .times(1)
                .then(Fault.problem(403, "authorization-suspended-account"));
        fixture.upload(OPTIONS, VIDEO.stream());
        int asked = fixture.simulator().requests(RequestKind.STATUS).size();
        fixture.assertArrived(fixture.upload(OPTIONS, VIDEO.stream()), VIDEO);
        assertThat(fixture.simulator().requests(RequestKind.STATUS))
                .as("to find the parts, and once more if there were any")
                .hasSize(asked + (failing == 1 ? 1 : 2));
    }
}
