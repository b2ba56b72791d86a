// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder, a broker, and newsrooms that a test starts. */
abstract class Scene {

    static final String CAPTION = "WEBVTT\n\n00:00.000 --> 00:02.000\nThe harbour burns.\n";
    static final String DESCRIPTION = "{\"title\": \"The harbour burns\"}";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    final SetClock clock = new SetClock();
    Broker broker;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RunningNewsroom> newsrooms = new ArrayList<>();

    @BeforeEach
    void startBroker(@TempDir Path large) throws Exception {
        broker = Broker.start(large);
    }

    @AfterEach
    void stop() {
        newsrooms.forEach(RunningNewsroom::close);
        broker.close();
    }

    static ConditionFactory patiently() {
        return await().atMost(PATIENCE);
    }

    RunningNewsroom start(ApiVideoSimulator service) throws IOException {
        return start(service, Map.of());
    }

    RunningNewsroom start(ApiVideoSimulator service, Map<String, String> settings) throws IOException {
        RunningNewsroom newsroom = RunningNewsroom.start(service, broker.url(), folder, clock, settings);
        newsrooms.add(newsroom);
        return newsroom;
    }

    DroppedStory story(String slug) throws IOException {
        return DroppedStory.in(folder, slug);
    }

    /** Drops a story of one MiB, and waits until it is published. */
    void publish(String slug, String description) throws Exception {
        DroppedStory story = story(slug);
        story.video(1);
        story.drop(description);
        patiently().until(() -> published(slug).toFile().exists());
    }

    Path published(String slug) {
        return folder.resolve("published").resolve(slug);
    }

    Path failed(String slug) {
        return folder.resolve("failed").resolve(slug);
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    /** Returns the stories that the page shows. */
    JsonNode shown(RunningNewsroom newsroom) throws Exception {
        return json(send("GET", newsroom.page().resolve("stories")).body());
    }

    boolean isPublic(ApiVideoSimulator service, String videoId) throws Exception {
        return send("GET", service.baseUri().resolve("/vod/" + videoId + "/mp4/source.mp4"))
                        .statusCode()
                == 200;
    }

    HttpResponse<String> send(String method, URI uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }
}
