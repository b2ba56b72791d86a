// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.ResponseInputStream;

/** What camel-aws2-s3 reads with Amazon's client, from a server that knows how to give one object. */
class S3ObjectTest {

    private Uploads uploads;
    private HttpServer server;
    private TestVideo stored;

    @BeforeEach
    void start() throws Exception {
        uploads = Uploads.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/movies/2026/launch.mov", request -> {
            request.sendResponseHeaders(200, stored.bytes().length);
            request.getResponseBody().write(stored.bytes());
            request.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        uploads.close();
        server.stop(0);
    }

    @ParameterizedTest(name = "{0} bytes, {1} at once")
    @MethodSource("io.github.camelapivideo.peers.TestVideo#edges")
    void anObjectsStreamArrives(int length, int parallelism) throws Exception {
        stored = TestVideo.of(length);
        uploads.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .streamCache("false")
                        .to("aws2-s3:movies?operation=getObject&accessKey=key&secretKey=secret&region=eu-west-1"
                                + "&overrideEndpoint=true&forcePathStyle=true&uriEndpointOverride=http://127.0.0.1:"
                                + server.getAddress().getPort())
                        .process(exchange ->
                                assertThat(exchange.getMessage().getBody()).isInstanceOf(ResponseInputStream.class))
                        .to("apivideo:upload?parallelism=" + parallelism);
            }
        });

        Exchange exchange = uploads.context
                .createProducerTemplate()
                .request("direct:start", request -> request.getMessage()
                        .setHeader(AWS2S3Constants.KEY, "2026/launch.mov"));

        assertThat(exchange.getException()).isNull();
        uploads.assertArrives(stored, false);
        assertThat(uploads.simulator.videos().get(0).title()).isEqualTo("launch.mov");
    }
}
