// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves another server below a path. */
final class PathFront implements AutoCloseable {

    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "Content-PartRange");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI target;
    private final String path;
    private final AtomicInteger strays = new AtomicInteger();

    private PathFront(HttpServer server, URI target, String path) {
        this.server = server;
        this.target = target;
        this.path = path;
    }

    static PathFront before(URI target, String path) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PathFront front = new PathFront(server, target, path);
        server.createContext("/", front::handle);
        server.start();
        return front;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests were for something that is not below the path. */
    int strays() {
        return strays.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString();
        try (exchange) {
            if (!asked.startsWith(path + "/") || asked.startsWith(path + "//")) {
                strays.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, asked.substring(path.length()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, String rest) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + rest))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        PASSED_ON.stream()
                .filter(exchange.getRequestHeaders()::containsKey)
                .forEach(name ->
                        request.header(name, exchange.getRequestHeaders().getFirst(name)));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
