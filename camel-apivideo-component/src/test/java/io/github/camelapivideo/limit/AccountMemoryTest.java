// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The streams of one account leave memory for those of the others. */
class AccountMemoryTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * PART + 1);
    private static final int MIB = 1024 * 1024;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private ApiVideoSimulator other;
    private ApiVideoSimulator third;

    @BeforeEach
    void startTheOthers() throws Exception {
        other = ApiVideoSimulator.builder().start();
        third = ApiVideoSimulator.builder().start();
    }

    @AfterEach
    void stopTheOthers() {
        // What is stuck ends soon if its service answers.
        fixture.simulator().faults().clear();
        other.faults().clear();
        fixture.context().stop();
        other.close();
        third.close();
    }

    @Test
    void aHealthyAccountUploadsWhileAnotherHoldsItsMemoryInRetries() throws Exception {
        start("40MiB");
        Outage outage = new Outage();
        List<CompletableFuture<Exchange>> stuck = outage.fillMemory(24);

        // An account that nobody has known before
        List<CompletableFuture<Exchange>> healthy = uploads(other, "partSize=5MiB", 6, VIDEO::stream);

        assertArrived(other, healthy, VIDEO);
        assertThat(stuck).noneMatch(CompletableFuture::isDone);
        outage.end();
        assertArrived(fixture.simulator(), stuck, VIDEO);
        assertThat(leased()).isZero();
    }

    @Test
    void theAutomaticPartsOfAHealthyAccountFitIntoWhatAnotherLeavesFree() throws Exception {
        start("128MiB");
        Outage outage = new Outage();
        List<CompletableFuture<Exchange>> stuck = outage.fillMemory(40);
        TestVideo longer = TestVideo.of(50L * MIB);

        List<CompletableFuture<Exchange>> healthy = uploads(other, "parallelism=1", 1, longer::stream);

        assertArrived(other, healthy, longer);
        assertThat(stuck).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aThirdAccountUploadsWhileTwoAreInAnOutage() throws Exception {
        start("128MiB");
        new Outage().fillMemory(40);
        other.faults().on(RequestKind.SOURCE).times(Integer.MAX_VALUE).then(Fault.status(503));
        uploads(other, "partSize=5MiB", 20, VIDEO::stream);
        Awaitility.await().until(() -> other.faults().injected() > 0);

        assertArrived(third, uploads(third, "partSize=5MiB", 3, VIDEO::stream), VIDEO);
    }

    @Test
    void aPartThatWaitsForTheMemoryOfAnOutageDelaysNoSmallerOne() throws Exception {
        start("40MiB");
        Outage outage = new Outage();
        outage.fillMemory(24);
        TestVideo large = TestVideo.of(20L * MIB);
        List<CompletableFuture<Exchange>> waiting = uploads(other, "partSize=20MiB", 1, large::stream);

        assertArrived(third, uploads(third, "partSize=5MiB", 6, VIDEO::stream), VIDEO);

        outage.end();
        assertArrived(other, waiting, large);
    }

    @Test
    void aLargePartGetsItsMemoryHoweverManySmallOnesAreSent() throws Exception {
        start("40MiB");
        TestVideo large = TestVideo.of(40L * MIB);
        List<CompletableFuture<Exchange>> small = uploads(fixture.simulator(), "partSize=5MiB", 20, VIDEO::stream);
        List<CompletableFuture<Exchange>> others = uploads(third, "partSize=5MiB", 20, VIDEO::stream);

        assertArrived(other, uploads(other, "partSize=40MiB", 2, large::stream), large);

        assertArrived(fixture.simulator(), small, VIDEO);
        assertArrived(third, others, VIDEO);
        assertThat(leased()).isZero();
    }

    @Test
    void uploadsThatTheirEndpointSlowsDownLeaveMemoryForOthersOfTheirAccount() throws Exception {
        start("40MiB");
        List<CompletableFuture<Exchange>> slow =
                uploads(other, "partSize=5MiB&bandwidthLimit=20kB/s", 12, VIDEO::stream);
        awaitThatMemoryIsTaken();

        CompletableFuture<Exchange> fast =
                uploads(other, "partSize=5MiB", 1, VIDEO::stream).get(0);

        assertThat(fast.get(60, TimeUnit.SECONDS).getException()).isNull();
        String videoId = fast.join().getMessage().getBody(Video.class).videoId();
        assertThat(other.video(videoId).orElseThrow().sha256()).isEqualTo(VIDEO.sha256());
        assertThat(slow).noneMatch(CompletableFuture::isDone);
    }

    private void awaitThatMemoryIsTaken() {
        long[] before = {-1};
        // It takes what it can get: the number stays.
        Awaitility.await().during(300, TimeUnit.MILLISECONDS).until(() -> {
            long now = leased();
            boolean same = now == before[0] && now >= 4L * PART;
            before[0] = now;
            return same;
        });
    }

    private void start(String bufferMemory) {
        fixture.restart(simulator -> {}, context -> component(context).setBufferMemory(bufferMemory));
        fixture.context().getShutdownStrategy().setTimeout(1);
        fixture.options().setMaxRetries(100_000);
    }

    private static ApiVideoComponent component(org.apache.camel.CamelContext context) {
        return context.getComponent("apivideo", ApiVideoComponent.class);
    }

    private long leased() {
        String buffers = ComponentState.buffers(component(fixture.context()));
        return Long.parseLong(buffers.replaceAll("PartBuffers: (\\d+) of .*", "$1"));
    }

    private List<CompletableFuture<Exchange>> uploads(
            ApiVideoSimulator service, String options, int number, Supplier<?> body) {
        String uri = "apivideo:upload?" + options + "&baseUri=" + service.baseUri() + "&apiKey=" + service.apiKey();
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (int count = 0; count < number; count++) {
            uploads.add(fixture.template()
                    .asyncSend(uri, exchange -> exchange.getMessage().setBody(body.get())));
        }
        return uploads;
    }

    private void assertArrived(ApiVideoSimulator service, List<CompletableFuture<Exchange>> uploads, TestVideo video)
            throws Exception {
        for (CompletableFuture<Exchange> upload : uploads) {
            assertThat(upload.get(60, TimeUnit.SECONDS).getException()).isNull();
        }
        assertThat(service.videos()).hasSize(uploads.size()).allSatisfy(received -> {
            assertThat(received.complete()).isTrue();
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    /** No part of the fixture's account arrives until it ends. */
    private final class Outage {

        List<CompletableFuture<Exchange>> fillMemory(int uploads) {
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .times(Integer.MAX_VALUE)
                    .then(Fault.status(503));
            List<CompletableFuture<Exchange>> stuck =
                    uploads(fixture.simulator(), "partSize=5MiB", uploads, VIDEO::stream);
            awaitThatMemoryIsTaken();
            return stuck;
        }

        void end() {
            fixture.simulator().faults().clear();
        }
    }
}
