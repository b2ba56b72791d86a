// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the component stops, running uploads end and later ones are refused with the reason. */
@Timeout(60)
class StoppingTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void start() {
        fixture.context().getShutdownStrategy().setTimeout(5);
    }

    @Test
    void aContainerWhoseCreationIsNotAnsweredDoesNotOutliveTheComponent() throws Exception {
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.stallAnswer());
        CompletableFuture<Exchange> upload = begin("upload?title=a");

        component().stop();

        assertThat(upload.get(10, TimeUnit.SECONDS).getException()).hasMessageContaining("the component is stopping");
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, createVideo?title=a",
        "STATUS, getStatus?videoId=vi1",
        "GET, getVideo?videoId=vi1",
        "STATUS, waitForVideo?videoId=vi1",
        "DELETE, deleteVideo?videoId=vi1",
        "LIST, upload?uploadKey=k",
        "STATUS, upload?videoId=vi1",
        "STATUS, uploadPart?videoId=vi1&partNumber=1",
    })
    void whatIsNotAnsweredEndsWithTheComponent(RequestKind kind, String uri) throws Exception {
        fixture.simulator().faults().on(kind).then(Fault.stallBeforeProcessing());
        CompletableFuture<Exchange> asked = begin(uri);
        long before = System.nanoTime();

        component().stop();

        assertThat(asked.get(10, TimeUnit.SECONDS).getException()).hasMessageContaining("the component is stopping");
        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(9));
    }

    @Test
    void aPartThatHasArrivedDoesNotWaitForItsDescription() throws Exception {
        String videoId = send("createVideo?title=a")
                .get(10, TimeUnit.SECONDS)
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        String uri = "uploadPart?partNumber=2&totalParts=2&videoId=" + videoId;
        assertThat(send(uri).get(10, TimeUnit.SECONDS).getException()).isNull();
        fixture.simulator().faults().on(RequestKind.GET).then(Fault.stallBeforeProcessing());
        CompletableFuture<Exchange> again = begin(uri);
        long before = System.nanoTime();

        component().stop();

        assertThat(again.get(10, TimeUnit.SECONDS).getMessage().getHeader(ApiVideoConstants.VIDEO_ID))
                .isEqualTo(videoId);
        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload",
                "upload?uploadKey=k",
                "createVideo",
                "getStatus?videoId=vi1",
                "waitForVideo?videoId=vi1",
                "uploadPart?videoId=vi1&partNumber=1"
            })
    void refusesAnUploadAfterTheStop(String uri) throws Exception {
        begunBefore(uri);
        component().stop();
        Exchange late = send(uri).get(10, TimeUnit.SECONDS);
        assertThat(late.getException()).isNotNull();
    }

    @Test
    void uploadsAgainWhenTheComponentHasRestarted() throws Exception {
        begunBefore("upload");
        component().stop();
        component().start();
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(send("upload").get(10, TimeUnit.SECONDS), video);
    }

    /** So that there is a producer, which does not stop with the component. */
    private void begunBefore(String uri) throws Exception {
        send(uri).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Exchange> begin(String uri) {
        CompletableFuture<Exchange> begun = send(uri);
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        return begun;
    }

    private CompletableFuture<Exchange> send(String uri) {
        return fixture.template().asyncSend("apivideo:" + uri, exchange -> {
            exchange.getMessage().setBody(TestVideo.of(10).bytes());
            exchange.getMessage().setHeaders(new java.util.HashMap<>(Map.of()));
        });
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }
}
