// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ThreadPoolProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many wait for one access token that does not come. */
class SharedTokenTest {

    private static final TestVideo VIDEO = TestVideo.of(1000);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private List<CompletableFuture<Exchange>> uploads(int count, String uri) {
        return IntStream.range(0, count)
                .mapToObj(number -> fixture.template()
                        .asyncSend(uri + "&title=" + number, exchange -> exchange.getMessage()
                                .setBody(VIDEO.bytes())))
                .toList();
    }

    private static void fourLanes(CamelContext context) {
        ThreadPoolProfile profile = new ThreadPoolProfile("apivideo");
        profile.setMaxPoolSize(4);
        context.getExecutorServiceManager().registerThreadPoolProfile(profile);
    }

    @Test
    void waitsForATokenWithoutHoldingALaneOfAnotherAccount() throws Exception {
        fixture.restart(simulator -> {}, SharedTokenTest::fourLanes);
        try (ApiVideoSimulator slow = ApiVideoSimulator.builder().start()) {
            CountDownLatch answers = new CountDownLatch(1);
            slow.faults().on(RequestKind.TOKEN).then(Fault.hold(answers));
            List<CompletableFuture<Exchange>> waiting =
                    uploads(12, "apivideo:upload?baseUri=" + slow.baseUri() + "&apiKey=" + slow.apiKey());
            Awaitility.await().until(() -> slow.faults().injected() == 1);

            CompletableFuture<Exchange> other =
                    uploads(1, "apivideo:upload?public=false").get(0);

            fixture.assertArrived(other.get(30, TimeUnit.SECONDS), VIDEO);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            answers.countDown();
            for (CompletableFuture<Exchange> upload : waiting) {
                assertThat(upload.get(30, TimeUnit.SECONDS).getException()).isNull();
            }
            assertThat(slow.requests(RequestKind.TOKEN)).hasSize(1);
        }
    }

    @Test
    void failsEachWaitingUploadWithItsOwnException() throws Exception {
        fixture.simulator().faults().on(RequestKind.TOKEN).then(Fault.stallBeforeProcessing());
        List<CompletableFuture<Exchange>> uploads = uploads(6, "apivideo:upload?maxRetries=0&answerTimeout=500");
        List<Throwable> causes = new java.util.ArrayList<>();
        for (CompletableFuture<Exchange> upload : uploads) {
            causes.add(upload.get(30, TimeUnit.SECONDS).getException().getCause());
        }
        assertThat(causes)
                .allSatisfy(cause -> assertThat(cause).hasMessageContaining("answerTimeout"))
                .allSatisfy(cause -> assertThat(cause.getSuppressed()).hasSizeLessThanOrEqualTo(1));
        assertThat(new java.util.HashSet<>(causes)).hasSize(6);
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSizeLessThan(12);
    }

    @Test
    void fetchesTheTokenAgainWhenTheFirstFetchIsCancelled() throws Exception {
        ApiVideoComponent other = new ApiVideoComponent();
        other.setConfiguration(fixture.options().copy());
        fixture.context().addComponent("other", other);
        fixture.simulator().faults().on(RequestKind.TOKEN).times(1).then(Fault.stallBeforeProcessing());
        CompletableFuture<Exchange> fetching =
                uploads(1, "other:upload?public=true").get(0);
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        CompletableFuture<Exchange> waiting =
                uploads(1, "apivideo:upload?maxRetries=0").get(0);

        fixture.context().getShutdownStrategy().setTimeout(1);
        other.stop();

        assertThat(fetching.get(30, TimeUnit.SECONDS).getException()).isNotNull();
        fixture.assertArrived(waiting.get(30, TimeUnit.SECONDS), VIDEO);
    }

    @Test
    void oneAsksWithTheKeyForAllWhenARenewalIsRefused() throws Exception {
        fixture.assertArrived(fixture.upload("", VIDEO.bytes()), VIDEO);
        fixture.simulator().faults().on(RequestKind.REFRESH).then(Fault.status(403));
        fixture.simulator().expireTokens();

        for (CompletableFuture<Exchange> upload : uploads(12, "apivideo:upload?maxRetries=0")) {
            fixture.assertArrived(upload.get(30, TimeUnit.SECONDS), VIDEO);
        }

        assertThat(fixture.simulator().requests(RequestKind.REFRESH)).hasSize(1);
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(2);
    }
}
