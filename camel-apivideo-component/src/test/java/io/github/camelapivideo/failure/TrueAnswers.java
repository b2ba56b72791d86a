// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Asks the service without the component. */
record TrueAnswers(ApiVideoSimulator simulator) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonNode get(String path) {
        return send(request(path));
    }

    JsonNode post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    JsonNode part(String videoId, String range, byte[] content) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        HttpRequest.BodyPublisher form = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--b--\r\n"));
        return send(request("/videos/" + videoId + "/source")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Content-Range", range)
                .POST(form));
    }

    private HttpRequest.Builder request(String path) {
        String key = Base64.getEncoder().encodeToString((simulator.apiKey() + ":").getBytes());
        return HttpRequest.newBuilder(URI.create(simulator.baseUri() + path)).header("Authorization", "Basic " + key);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    HTTP.send(request.build(), BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** JSON pointers to everything in it, the whole included. */
    static List<String> places(JsonNode json) {
        List<String> places = new ArrayList<>(List.of(""));
        json.fieldNames().forEachRemaining(name -> places.addAll(below("/" + name, json.get(name))));
        for (int i = 0; i < json.size() && json.isArray(); i++) {
            places.addAll(below("/" + i, json.get(i)));
        }
        return places;
    }

    private static List<String> below(String step, JsonNode json) {
        return places(json).stream().map(rest -> step + rest).toList();
    }
}
