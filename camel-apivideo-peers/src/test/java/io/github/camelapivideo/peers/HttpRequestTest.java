// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpRequestTest {

    private Uploads uploads;
    private int port;

    @BeforeEach
    void start() throws Exception {
        uploads = Uploads.start();
        port = freePort();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(port);
        uploads.context.addService(new VertxPlatformHttpServer(server));
    }

    @AfterEach
    void stop() {
        uploads.close();
    }

    @ParameterizedTest(name = "{0} bytes, {1} at once")
    @MethodSource("io.github.camelapivideo.peers.TestVideo#edges")
    void aRequestOfKnownLengthArrives(int length, int parallelism) throws Exception {
        TestVideo video = TestVideo.of(length);
        post(HttpRequest.BodyPublishers.ofByteArray(video.bytes()), parallelism);
        uploads.assertArrives(video, false);
    }

    @ParameterizedTest(name = "{0} bytes, {1} at once")
    @MethodSource("io.github.camelapivideo.peers.TestVideo#edges")
    void aChunkedRequestArrives(int length, int parallelism) throws Exception {
        TestVideo video = TestVideo.of(length);
        post(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(video.bytes())), parallelism);
        uploads.assertArrives(video, false);
    }

    private void post(HttpRequest.BodyPublisher body, int parallelism) throws Exception {
        String address = "http://127.0.0.1:" + port + "/videos";
        uploads.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/videos?useStreaming=true")
                        .streamCache("false")
                        .to("apivideo:upload?title=posted&parallelism=" + parallelism)
                        .setBody(header("CamelApiVideoPlayerUrl"));
            }
        });
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).POST(body).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(uploads.simulator.baseUri() + "/vod/"
                        + uploads.simulator.videos().get(0).videoId());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
