// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A delivery that has reached the public URL, and waits for its answer. For one thread at a time. */
final class Arrival {

    static final String SIGNATURE = "X-Api-Video-Signature";
    static final String WEBHOOK_ID = "X-Api-Video-WebhookID";

    /** Instead of a status: there is no answer. */
    static final int NO_ANSWER = 0;

    private final HttpExchange exchange;
    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final HttpClient http;
    private final Supplier<Node> next;

    /** @param next the node that takes the next request */
    Arrival(HttpExchange exchange, HttpClient http, Supplier<Node> next) throws IOException {
        this.exchange = exchange;
        this.body = exchange.getRequestBody().readAllBytes();
        this.http = http;
        this.next = next;
        headers.put("Content-Type", "application/json");
        for (String name : new String[] {SIGNATURE, WEBHOOK_ID}) {
            headers.put(name, exchange.getRequestHeaders().getFirst(name));
        }
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return new TreeMap<>(headers);
    }

    /** Sends the delivery as it came to a node. */
    CompletableFuture<Integer> forward() {
        return forward(headers(), BodyPublishers.ofByteArray(body));
    }

    /** Sends another delivery in its place; the status, or {@link #NO_ANSWER}. */
    CompletableFuture<Integer> forward(Map<String, String> headers, BodyPublisher body) {
        Node node = next.get();
        if (node == null) {
            return CompletableFuture.completedFuture(NO_ANSWER);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(node.url()).POST(body);
        headers.forEach(request::header);
        return http.sendAsync(request.build(), BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && !node.isDead() ? answer.statusCode() : NO_ANSWER);
    }

    void answer(int status) {
        try (exchange) {
            if (status != NO_ANSWER) {
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
