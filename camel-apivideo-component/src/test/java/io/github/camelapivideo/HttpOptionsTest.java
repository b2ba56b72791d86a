// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTTP client comes out of camel-http: its options are ours. */
class HttpOptionsTest {

    private ApiVideoFixture fixture;

    @BeforeEach
    void start() {
        fixture = ApiVideoFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aProxyIsUsed() throws Exception {
        int port = freePort();
        Exchange exchange = fixture.upload(
                "maxRetries=0&http.proxyHost=localhost&http.proxyPort=" + port,
                TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .isInstanceOf(ApiVideoException.class)
                .hasMessageContaining(":" + port);
        assertThat(fixture.simulator.requests()).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void aTimeoutIsKeptAndThePartSentAgain() {
        CountDownLatch never = new CountDownLatch(1);
        fixture.simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(never));
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("http.responseTimeout=300", video.bytes()), video);
        assertThat(fixture.simulator.videos()).hasSize(1);
        never.countDown();
    }

    @Test
    void whatTheHttpComponentIsConfiguredForAppliesHereToo() {
        fixture.context.getComponent("http", HttpComponent.class).setUserAgent("a user agent of ours");
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
        assertThat(fixture.parts().get(0).headers()).containsEntry("User-Agent", "a user agent of ours");
    }

    @Test
    void aBeanOfOnesOwnIsTaken() throws Exception {
        try (PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager()) {
            fixture.context.getRegistry().bind("connections", manager);
            TestVideo video = TestVideo.of(2 * TestVideo.PART);
            fixture.assertArrived(
                    fixture.upload("partSize=5MiB&http.clientConnectionManager=#connections", video.bytes()), video);
            String token = fixture.simulator.createUploadToken(java.time.Duration.ZERO);
            fixture.options().setUploadToken(token);
            fixture.assertArrived(
                    fixture.upload("partSize=5MiB&http.clientConnectionManager=#connections", video.bytes()), video);
        }
    }

    @Test
    void theClientSaysWhatItIs() {
        fixture.upload("", TestVideo.of(10).bytes());
        assertThat(fixture.simulator.requests())
                .allSatisfy(request -> assertThat(request.headers().get("AV-Origin-Client"))
                        .matches("camel-apivideo:\\d+(\\.\\d+){0,2}"));
    }

    @Test
    void connectionsAreUsedAgain() {
        TestVideo video = TestVideo.of(8 * TestVideo.PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=2", video.bytes()), video);
        assertThat(fixture.simulator.requests().stream()
                        .map(request -> request.connectionId())
                        .distinct())
                .hasSizeLessThanOrEqualTo(2);
    }
}
