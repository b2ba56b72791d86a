// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.LoggingHttpActivityListener;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP client comes out of camel-http: its options are ours. */
class HttpOptionsTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void aProxyIsUsed() throws Exception {
        int port = freePort();
        Exchange exchange = fixture.upload(
                "maxRetries=0&http.proxyHost=localhost&http.proxyPort=" + port,
                TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .isInstanceOf(ApiVideoException.class)
                .hasMessageContaining(":" + port);
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void aTimeoutIsKeptAndThePartSentAgain() {
        CountDownLatch never = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(never));
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("http.responseTimeout=300", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        never.countDown();
    }

    @Test
    void whatTheHttpComponentIsConfiguredForAppliesHereToo() {
        fixture.context().getComponent("http", HttpComponent.class).setUserAgent("a user agent of ours");
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
        assertThat(fixture.parts().get(0).headers()).containsEntry("User-Agent", "a user agent of ours");
    }

    @Test
    void aBeanOfOnesOwnIsTaken() throws Exception {
        try (PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager()) {
            fixture.context().getRegistry().bind("connections", manager);
            TestVideo video = TestVideo.of(2 * TestVideo.PART);
            fixture.assertArrived(
                    fixture.upload("partSize=5MiB&http.clientConnectionManager=#connections", video.bytes()), video);
            String token = fixture.simulator().createUploadToken(java.time.Duration.ZERO);
            fixture.options().setUploadToken(token);
            fixture.assertArrived(
                    fixture.upload("partSize=5MiB&http.clientConnectionManager=#connections", video.bytes()), video);
        }
    }

    @Test
    void theClientSaysWhatItIs() {
        fixture.upload("", TestVideo.of(10).bytes());
        assertThat(fixture.simulator().requests())
                .allSatisfy(request -> assertThat(request.headers().get("AV-Origin-Client"))
                        .matches("camel-apivideo:\\d+(\\.\\d+){0,2}"));
    }

    @Test
    void connectionsAreUsedAgain() {
        TestVideo video = TestVideo.of(8 * TestVideo.PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=2", video.bytes()), video);
        assertThat(fixture.simulator().requests().stream()
                        .map(request -> request.connectionId())
                        .distinct())
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionsThatOthersUseStayOpenWhenTheLastProducerStops(boolean onTheComponent) throws Exception {
        try (PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager()) {
            fixture.context().getRegistry().bind("connections", manager);
            if (onTheComponent) {
                fixture.context().getComponent("http", HttpComponent.class).setClientConnectionManager(manager);
            }
            TestVideo video = TestVideo.of(10);
            String options = onTheComponent ? "" : "http.clientConnectionManager=#connections";
            fixture.assertArrived(fixture.upload(options, video.bytes()), video);

            fixture.template().stop();

            assertThat(ComponentState.clients(fixture.context().getComponent("apivideo", ApiVideoComponent.class)))
                    .isZero();
            String videos = fixture.simulator().baseUri() + "/videos?clientConnectionManager=#connections"
                    + "&authMethod=Basic&authenticationPreemptive=true&authPassword=RAW()&authUsername="
                    + fixture.simulator().apiKey();
            try (ProducerTemplate other = fixture.context().createProducerTemplate()) {
                assertThat(other.requestBody(videos, null, String.class)).contains("itemsTotal");
            }
        }
    }

    @Test
    void aClientOfOnesOwnIsTakenAndStaysOpen() throws Exception {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            fixture.context().getRegistry().bind("client", client);
            TestVideo video = TestVideo.of(10);
            fixture.assertArrived(fixture.upload("http.httpClient=#client", video.bytes()), video);

            fixture.template().stop();

            int status = client.execute(new HttpGet(fixture.simulator().baseUri() + "/videos"), HttpResponse::getCode);
            assertThat(status).isEqualTo(401);
        }
    }

    @Test
    void aBuilderThatOthersUseGivesThemNoneOfOurConnections() throws Exception {
        HttpClientBuilder builder = HttpClientBuilder.create();
        fixture.context().getRegistry().bind("builder", builder);
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("http.clientBuilder=#builder", video.bytes()), video);

        fixture.template().stop();

        try (CloseableHttpClient other = builder.build()) {
            int status = other.execute(new HttpGet(fixture.simulator().baseUri() + "/videos"), HttpResponse::getCode);
            assertThat(status).isEqualTo(401);
        }
    }

    @Test
    void connectionsThatAConfigurerBringsAreTaken() throws Exception {
        try (PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager()) {
            HttpClientConfigurer configurer =
                    client -> client.setConnectionManager(manager).setConnectionManagerShared(true);
            fixture.context().getRegistry().bind("configurer", configurer);
            TestVideo video = TestVideo.of(10);
            fixture.assertArrived(fixture.upload("http.httpClientConfigurer=#configurer", video.bytes()), video);
        }
    }

    @Test
    void aListenerThatOthersUseIsNotStopped() {
        SharedListener listener = new SharedListener();
        fixture.context().getRegistry().bind("listener", listener);
        fixture.upload("http.httpActivityListener=#listener", TestVideo.of(10).bytes());

        fixture.template().stop();

        assertThat(listener.isStarted()).isTrue();
    }

    private static final class SharedListener extends LoggingHttpActivityListener {}
}
