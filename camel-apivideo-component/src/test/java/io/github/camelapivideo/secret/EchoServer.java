// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Gives access tokens, and answers everything else with what it was asked, credentials included. */
final class EchoServer implements AutoCloseable {

    private static final String ACCESS_TOKEN = "accessTokenThatNobodyMaySee0123456789";
    private static final String REFRESH_TOKEN = "refreshTokenThatNobodyMaySee0123456789";

    /** What it gives away. */
    static final List<String> SECRETS = List.of(ACCESS_TOKEN, REFRESH_TOKEN);

    /** Where it repeats a request. */
    enum Way {
        PROBLEM,
        TEXT,
        SUCCESS,
        NUMBER_IN_A_SUCCESS,
        TYPE,
        NO_TOKEN,
        TOKEN_PROBLEM
    }

    private final HttpServer server;
    private volatile Way way = Way.PROBLEM;
    private volatile List<String> given = List.of();

    private EchoServer(HttpServer server) {
        this.server = server;
    }

    static EchoServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        EchoServer echo = new EchoServer(server);
        server.createContext("/", echo::handle);
        server.start();
        return echo;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(Way next) {
        way = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String asked = exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().get("Authorization") + " " + body + " " + given;
            boolean login = exchange.getRequestURI().getPath().startsWith("/auth/");
            if (login && way != Way.NO_TOKEN && way != Way.TOKEN_PROBLEM) {
                given = SECRETS;
                send(exchange, 200, "application/json", token());
                return;
            }
            switch (way) {
                case PROBLEM, TOKEN_PROBLEM -> send(exchange, 400, "application/problem+json", json(problem(asked)));
                case TEXT -> send(exchange, 400, "text/plain", asked);
                case SUCCESS -> send(exchange, 200, "application/json", asked);
                case NUMBER_IN_A_SUCCESS, NO_TOKEN ->
                    send(exchange, 200, "application/json", json(Map.of("public", asked, "tags", List.of(asked))));
                case TYPE -> send(exchange, 400, "text/" + String.join("-", given) + "-x", "");
            }
        }
    }

    private static String token() throws IOException {
        return json(Map.of("access_token", ACCESS_TOKEN, "refresh_token", REFRESH_TOKEN, "expires_in", 3600));
    }

    private static Map<String, Object> problem(String asked) {
        return Map.of(
                "type",
                "https://docs.api.video/reference/repeated",
                "title",
                "a\r\nforged " + "x".repeat(1_000_000),
                "name",
                asked,
                "status",
                400,
                "detail",
                "\nforged " + asked);
    }

    private static String json(Object value) throws IOException {
        return new ObjectMapper().writeValueAsString(value);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
