// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;

/** Makes what an operation needs before it can succeed: a video, a caption, a player. */
public final class Specimens {

    private final ApiVideoSimulator simulator;
    private final Client client;
    private final Operation operation;
    private final String path;
    private final String body;

    public Specimens(ApiVideoSimulator simulator, Client client, Operation operation) {
        this.simulator = simulator;
        this.client = client;
        this.operation = operation;
        String all = operation.path() + " " + operation.body();
        String id = id(all);
        this.path = filled(operation.path(), id);
        this.body = operation.body() == null ? null : filled(operation.body(), id);
    }

    private String id(String text) {
        if (text.contains("{videoId}")) {
            return video(text);
        }
        if (text.contains("{watermarkId}")) {
            return client.upload("/watermarks", null, MultipartForm.form().file("file", "image.png", image(2, 2)))
                    .text("watermarkId");
        }
        if (text.contains("{summaryId}")) {
            return summary();
        }
        if (text.contains("{playerId}")) {
            return player();
        }
        if (text.contains("{liveStreamId}")) {
            return client.post("/live-streams", "{\"name\":\"n\"}").text("liveStreamId");
        }
        if (text.contains("{webhookId}")) {
            return client.post(
                            "/webhooks", "{\"events\":[\"video.caption.generated\"],\"url\":\"http://127.0.0.1:9/\"}")
                    .text("webhookId");
        }
        if (text.contains("{refreshToken}")) {
            return client.post("/auth/api-key", "{\"apiKey\":\"" + simulator.apiKey() + "\"}")
                    .text("refresh_token");
        }
        return simulator.createUploadToken(Duration.ZERO);
    }

    private String video(String text) {
        String videoId = client.create("t");
        if (text.contains("/discarded/")) {
            simulator.discard(videoId);
        }
        if (text.contains("{language}") && !operation.isForm()) {
            client.upload(
                    filled(operation.path(), videoId),
                    null,
                    MultipartForm.form().file("file", "text.vtt", vtt()));
        }
        return videoId;
    }

    private String summary() {
        String summaryId = client.post("/summaries", "{\"videoId\":\"" + client.create("t") + "\"}")
                .text("summaryId");
        client.patch("/summaries/" + summaryId + "/source", "{\"abstract\":\"a\"}");
        return summaryId;
    }

    private String player() {
        String playerId = client.post("/players", "{}").text("playerId");
        client.upload(
                "/players/" + playerId + "/logo", null, MultipartForm.form().file("file", "image.png", image(2, 2)));
        return playerId;
    }

    private String filled(String text, String id) {
        String filled = text.replace("{language}", "en");
        return filled.replaceAll("\\{\\w+}", id);
    }

    /** The path of the request, with its query. */
    public String path() {
        return path.equals("/upload") ? path + "?token=" + id("{uploadToken}") : path;
    }

    /** The body of the request. */
    public BodyPublisher body() {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return operation.isForm()
                ? MultipartForm.form().file("file", body, content(body)).body()
                : BodyPublishers.ofString(body);
    }

    private static byte[] content(String fileName) {
        return switch (fileName) {
            case "image.png" -> image(2, 2);
            case "text.vtt" -> vtt();
            default -> TestBytes.some(10);
        };
    }

    private static byte[] vtt() {
        return "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n".getBytes(StandardCharsets.UTF_8);
    }

    /** A PNG image. */
    public static byte[] image(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
