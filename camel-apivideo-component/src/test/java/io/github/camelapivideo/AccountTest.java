// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static io.github.camelapivideo.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void oneAccessTokenServesAllEndpointsOfAnAccount() throws Exception {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            List<CompletableFuture<Exchange>> uploads = IntStream.range(0, 12)
                    .mapToObj(number -> fixture.template.asyncSend(
                            "apivideo:upload?title=Video-" + number,
                            exchange -> exchange.getMessage().setBody(new byte[100])))
                    .toList();
            for (CompletableFuture<Exchange> upload : uploads) {
                assertThat(upload.get().getException()).isNull();
            }
            assertThat(fixture.simulator.requests(RequestKind.TOKEN)).hasSize(1);
            assertThat(fixture.simulator.videos()).hasSize(12);
        }
    }

    @Test
    void aTokenThatExpiresInTheMiddleIsRenewedOnceAndOnlyTheRefusedPartsAreSentAgain() throws Exception {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            TestVideo video = TestVideo.of(8 * PART);
            CountDownLatch expired = new CountDownLatch(1);
            fixture.simulator.faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(expired));
            Future<Exchange> upload = fixture.template.asyncSend(
                    "apivideo:upload?partSize=5MiB&parallelism=4",
                    exchange -> exchange.getMessage().setBody(video.bytes()));
            Awaitility.await().until(() -> fixture.simulator.maxConcurrentUploads() > 0);
            fixture.simulator.expireTokens();
            expired.countDown();

            fixture.assertArrived(upload.get(), video);
            assertThat(fixture.simulator.requests(RequestKind.TOKEN)).hasSize(1);
            assertThat(fixture.simulator.requests(RequestKind.REFRESH)).hasSize(1);
            assertThat(fixture.parts().stream().filter(part -> part.status() == 201))
                    .hasSize(8);
        }
    }

    @Test
    void aTokenThatEndsAgainDuringTheSamePartIsRenewedAgain() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            fixture.simulator.faults().on(RequestKind.SOURCE).part(1).times(3).then(Fault.expireTokens());
            TestVideo video = TestVideo.of(PART + 1);
            fixture.assertArrived(fixture.upload("partSize=5MiB", video.stream()), video);
        }
    }

    @Test
    void aTokenIsRenewedBeforeItExpires() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start(sim -> sim.tokenLifetime(Duration.ofSeconds(3)))) {
            fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
            Awaitility.await().pollDelay(Duration.ofMillis(2800)).until(() -> true);
            fixture.assertArrived(fixture.upload("", TestVideo.of(11).bytes()), TestVideo.of(11));
            assertThat(fixture.simulator.requests(RequestKind.REFRESH)).hasSize(1);
            assertThat(fixture.simulator.requests()).noneMatch(request -> request.status() == 401);
        }
    }

    @Test
    void aWrongKeyIsFinalAndSaysSo() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            fixture.options().setApiKey("not-the-key");
            Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
            ApiVideoException failure = (ApiVideoException) exchange.getException();
            assertThat(failure)
                    .hasMessageContaining("Asking for an access token was answered with 40")
                    .hasMessageContaining("credentials");
            assertThat(failure.getStatus()).isIn(400, 401);
            assertThat(failure.getMessage()).doesNotContain("not-the-key");
            assertThat(fixture.simulator.requests(RequestKind.TOKEN)).hasSize(1);
        }
    }

    @Test
    void basicAuthenticationNeedsNoToken() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            TestVideo video = TestVideo.of(2 * PART);
            fixture.assertArrived(fixture.upload("authentication=basic&partSize=5MiB", video.bytes()), video);
            assertThat(fixture.simulator.requests(RequestKind.TOKEN)).isEmpty();
        }
    }
}
