// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The server behind a webhook's URL. Records what it receives; starts at once; JUnit closes it after the test. */
public final class WebhookReceiver implements AfterEachCallback {

    /** One request. */
    public record Received(String method, String body, String contentType, String webhookId, String signature) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("X-Api-Video-WebhookID"),
                exchange.getRequestHeaders().getFirst("X-Api-Video-Signature")));
        Integer status = statuses.poll();
        if (status == null || status > 0) {
            exchange.sendResponseHeaders(status == null ? 202 : status, -1);
        }
        exchange.close();
    }

    /** The statuses of the next answers; 0 closes the connection without an answer. Later ones are 202. */
    public void answer(Integer... next) {
        statuses.addAll(List.of(next));
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/events?q=1";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<String> bodies() {
        return received.stream().map(Received::body).toList();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.stop(0);
    }
}
