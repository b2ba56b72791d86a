// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.account;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void oneAccessTokenServesAllEndpointsOfAnAccount() throws Exception {
        List<CompletableFuture<Exchange>> uploads = IntStream.range(0, 12)
                .mapToObj(number -> fixture.template()
                        .asyncSend("apivideo:upload?title=Video-" + number, exchange -> exchange.getMessage()
                                .setBody(new byte[100])))
                .toList();
        for (CompletableFuture<Exchange> upload : uploads) {
            assertThat(upload.get().getException()).isNull();
        }
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(1);
        assertThat(fixture.simulator().videos()).hasSize(12);
    }

    @Test
    void aTokenThatExpiresInTheMiddleIsRenewedOnceAndOnlyTheRefusedPartsAreSentAgain() throws Exception {
        TestVideo video = TestVideo.of(8 * PART);
        CountDownLatch expired = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(expired));
        Future<Exchange> upload = fixture.template()
                .asyncSend("apivideo:upload?partSize=5MiB&parallelism=4", exchange -> exchange.getMessage()
                        .setBody(video.bytes()));
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() > 0);
        fixture.simulator().expireTokens();
        expired.countDown();

        fixture.assertArrived(upload.get(), video);
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(1);
        assertThat(fixture.simulator().requests(RequestKind.REFRESH)).hasSize(1);
        assertThat(fixture.parts().stream().filter(part -> part.status() == 201))
                .hasSize(8);
    }

    @Test
    void aTokenThatEndsAgainDuringTheSamePartIsRenewedAgain() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(3).then(Fault.expireTokens());
        TestVideo video = TestVideo.of(PART + 1);
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.stream()), video);
    }

    @Test
    void aTokenIsRenewedBeforeItExpires() {
        fixture.restart(sim -> sim.tokenLifetime(Duration.ofSeconds(3)));
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        Awaitility.await().pollDelay(Duration.ofMillis(2800)).until(() -> true);
        fixture.assertArrived(fixture.upload("", TestVideo.of(11).bytes()), TestVideo.of(11));
        assertThat(fixture.simulator().requests(RequestKind.REFRESH)).hasSize(1);
        assertThat(fixture.simulator().requests()).noneMatch(request -> request.status() == 401);
    }

    @Test
    void aWrongKeyIsFinalAndSaysSo() {
        fixture.options().setApiKey("not-the-key");
        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
        ApiVideoException failure = (ApiVideoException) exchange.getException();
        assertThat(failure)
                .hasMessageContaining("Asking for an access token was answered with 40")
                .hasMessageContaining("credentials");
        assertThat(failure.getStatus()).isIn(400, 401);
        assertThat(failure.getMessage()).doesNotContain("not-the-key");
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(1);
    }

    @Test
    void basicAuthenticationNeedsNoToken() {
        TestVideo video = TestVideo.of(2 * PART);
        fixture.assertArrived(fixture.upload("authentication=basic&partSize=5MiB", video.bytes()), video);
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).isEmpty();
    }

    static Stream<Arguments> refusedRenewals() {
        return Stream.of(
                Arguments.of("400", Fault.problem(400, "invalid-user-credentials")),
                Arguments.of("403", Fault.problem(403, "authorization-suspended-account")),
                Arguments.of("404", Fault.status(404)),
                Arguments.of("405", Fault.status(405)),
                Arguments.of("410", Fault.status(410)),
                Arguments.of("429", Fault.tooManyRequests(Duration.ofMinutes(1))),
                Arguments.of("500", Fault.status(500)),
                Arguments.of("502 with a page", Fault.html(502)),
                Arguments.of("200 with a page", Fault.html(200)),
                Arguments.of("redirect", Fault.redirect(URI.create("http://127.0.0.1:1/"))),
                Arguments.of("broken JSON", Fault.malformedJson(200)),
                Arguments.of("no body", Fault.emptyBody(200)),
                Arguments.of("no token", Fault.leaveOutOfAnswer("/access_token")),
                Arguments.of("a token for no header", Fault.alterAnswer("/access_token", "\"a\\r\\nX-Evil: 1\"")),
                Arguments.of("reset", Fault.resetBeforeBody()),
                Arguments.of("answer lost", Fault.loseAnswer()),
                Arguments.of("silence", Fault.stallBeforeProcessing()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedRenewals")
    void aRenewalThatFailsForEverLeavesTheAccountToTheKey(String name, Fault fault) {
        // Only silence is waited for; every other answer may take its time on a busy machine.
        String options = "maxRetries=0&answerTimeout=" + (name.equals("silence") ? 1500 : 60_000);
        fixture.simulator().faults().on(RequestKind.REFRESH).then(fault);
        for (int round = 1; round <= 3; round++) {
            TestVideo video = TestVideo.of(10 + round);
            fixture.assertArrived(fixture.upload(options, video.bytes()), video);
            assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(round);
            fixture.simulator().expireTokens();
        }
    }

    @Test
    void aRenewalThatFailedIsNotTriedAgain() {
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        fixture.simulator().expireTokens();
        fixture.simulator().faults().on(RequestKind.REFRESH).then(Fault.status(403));
        fixture.simulator().faults().on(RequestKind.TOKEN).times(3).then(Fault.status(503));

        fixture.assertArrived(fixture.upload("", TestVideo.of(11).bytes()), TestVideo.of(11));

        assertThat(fixture.simulator().requests(RequestKind.REFRESH)).hasSize(1);
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "null",
                "0",
                "-3600",
                "\"text\"",
                "\"\"",
                "[]",
                "0.5",
                "9223372036854775807",
                "9223372036854775808",
                "1e999"
            })
    void aTokenOfAnOddLifeServesMoreThanOneRequest(String life) {
        fixture.simulator()
                .faults()
                .on(RequestKind.TOKEN)
                .then(
                        life.equals("missing")
                                ? Fault.leaveOutOfAnswer("/expires_in")
                                : Fault.alterAnswer("/expires_in", life));
        for (int length : new int[] {10, 11}) {
            fixture.assertArrived(fixture.upload("", TestVideo.of(length).bytes()), TestVideo.of(length));
        }
        assertThat(fixture.simulator().tokensIssued()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "null", "\"\"", "\" \"", "1", "{}"})
    void withoutARefreshTokenTheKeyGetsTheNextToken(String refresh) {
        fixture.simulator()
                .faults()
                .on(RequestKind.TOKEN)
                .then(
                        refresh.equals("missing")
                                ? Fault.leaveOutOfAnswer("/refresh_token")
                                : Fault.alterAnswer("/refresh_token", refresh));
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        fixture.simulator().expireTokens();
        fixture.assertArrived(fixture.upload("", TestVideo.of(11).bytes()), TestVideo.of(11));
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(2);
        assertThat(fixture.simulator().requests(RequestKind.REFRESH)).isEmpty();
    }
}
