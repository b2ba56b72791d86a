// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/** A port on loopback where a route can listen, and a client that posts videos to it. */
final class HttpPeer {

    private static final String PATH = "/videos";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String host = InetAddress.getLoopbackAddress().getHostAddress();
    private final int port;
    private volatile CompletableFuture<HttpResponse<String>> answer;

    HttpPeer() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /** The server for a context's routes, which listens on the port. */
    VertxPlatformHttpServer server() {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(host);
        configuration.setBindPort(port);
        return new VertxPlatformHttpServer(configuration);
    }

    /** A consumer that gives the request's body as it comes in. */
    String consumer() {
        return "platform-http:" + PATH + "?useStreaming=true";
    }

    /** Posts with a Content-Length. */
    void post(TestVideo video) {
        post(BodyPublishers.ofByteArray(video.bytes()));
    }

    /** Posts in chunks, without a Content-Length. */
    void postChunked(TestVideo video) {
        post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(video.bytes())));
    }

    /** Posts half of what the Content-Length says, and hangs up. */
    void postHalf(TestVideo video) throws IOException {
        try (Socket socket = new Socket(host, port)) {
            String head = "POST " + PATH + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: " + video.length()
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(video.bytes(), 0, video.bytes().length / 2);
        }
    }

    private void post(BodyPublisher body) {
        answer = client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + PATH))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** True while the sender has no answer. */
    boolean isWaiting() {
        return !answer.isDone();
    }

    /** Waits for the answer. */
    int status() {
        return answer.join().statusCode();
    }
}
