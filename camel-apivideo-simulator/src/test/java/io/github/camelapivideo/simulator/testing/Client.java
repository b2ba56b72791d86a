// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** An HTTP client of the simulator. */
public final class Client {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer. */
    public record Answer(int status, JsonNode body, HttpResponse<byte[]> http) {

        static Answer of(HttpResponse<byte[]> response) {
            return new Answer(response.statusCode(), json(response), response);
        }

        private static JsonNode json(HttpResponse<byte[]> response) {
            if (!response.headers().firstValue("Content-Type").orElse("").contains("json")) {
                return JSON.nullNode();
            }
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                return JSON.nullNode();
            }
        }

        public String text(String name) {
            return body.path(name).asText();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        public String slug() {
            return text("type").replace("https://docs.api.video/reference/", "");
        }
    }

    private final URI base;
    private final String authorization;

    private Client(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** A client with the account's API key. */
    public static Client of(ApiVideoSimulator simulator) {
        return of(simulator, basic(simulator.apiKey() + ":"));
    }

    /** @param authorization the header; null for none */
    public static Client of(ApiVideoSimulator simulator, String authorization) {
        return of(simulator.baseUri(), authorization);
    }

    public static Client of(URI base, String authorization) {
        return new Client(base, authorization);
    }

    public static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());
    }

    public Answer get(String path) {
        return send(request(path));
    }

    public Answer head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** A PUT without a body. */
    public Answer put(String path) {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    /** Creates a container and returns its id. */
    public String create(String title) {
        return post("/videos", "{\"title\":\"" + title + "\"}").text("videoId");
    }

    public Answer part(String videoId, String range, byte[] content) {
        return upload("/videos/" + videoId + "/source", range, MultipartForm.video(content));
    }

    public Answer whole(String videoId, byte[] content) {
        return part(videoId, null, content);
    }

    /** @param range the header; null for none */
    public Answer upload(String path, String range, MultipartForm form) {
        return upload(path, range, MultipartForm.CONTENT_TYPE, form.body());
    }

    public Answer upload(String path, String range, String contentType, BodyPublisher body) {
        return send(uploadRequest(path, range, contentType, body));
    }

    public CompletableFuture<Answer> partAsync(String videoId, String range, byte[] content) {
        HttpRequest request = uploadRequest(
                        "/videos/" + videoId + "/source",
                        range,
                        MultipartForm.CONTENT_TYPE,
                        MultipartForm.video(content).body())
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Answer::of);
    }

    private HttpRequest.Builder uploadRequest(String path, String range, String contentType, BodyPublisher body) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(body);
        return range == null ? request : request.header("Content-Range", range);
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
