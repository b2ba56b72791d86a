// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** A client that uploads videos and reads their state. */
record UploadClient(URI page, HttpClient client) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static UploadClient of(URI page) {
        return new UploadClient(
                page,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    CompletableFuture<HttpResponse<String>> put(String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve(path)).PUT(body);
        return client.sendAsync(
                headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, byte[] body, String... headers) {
        return put(path, BodyPublishers.ofByteArray(body), headers).join();
    }

    HttpResponse<String> post(String path, byte[] body, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(page.resolve(path)).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getLater(String path) {
        return client.sendAsync(HttpRequest.newBuilder(page.resolve(path)).build(), BodyHandlers.ofString());
    }

    JsonNode upload(String id) throws IOException, InterruptedException {
        return json(get("uploads/" + id));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
