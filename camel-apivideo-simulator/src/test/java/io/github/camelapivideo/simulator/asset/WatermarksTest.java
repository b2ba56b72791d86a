// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatermarksTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    private Client.Answer upload(String fileName, byte[] content) {
        clock.advance(Duration.ofSeconds(1));
        return client.upload("/watermarks", null, MultipartForm.form().file("file", fileName, content));
    }

    @Test
    void keepsTheImageThatWasUploaded() {
        byte[] image = TestBytes.some(20);

        Client.Answer uploaded = upload("logo.png", image);

        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.text("watermarkId")).startsWith("watermark_");
        assertThat(uploaded.text("createdAt")).isEqualTo("2026-01-01T12:00:01+00:00");
        assertThat(simulator
                        .resource("/watermarks/" + uploaded.text("watermarkId"))
                        .orElseThrow()
                        .bytes())
                .isEqualTo(image);
    }

    @Test
    void makesATwinOfEveryUpload() {
        String first = upload("logo.jpg", TestBytes.some(20)).text("watermarkId");
        String second = upload("logo.jpg", TestBytes.some(20)).text("watermarkId");

        JsonNode list = client.get("/watermarks").body();

        assertThat(list.path("data").findValuesAsText("watermarkId")).containsExactly(second, first);
        assertThat(client.get("/watermarks?sortBy=createdAt&sortOrder=asc")
                        .body()
                        .path("data")
                        .findValuesAsText("watermarkId"))
                .containsExactly(first, second);
        assertProblem(client.get("/watermarks?sortBy=watermarkId"), 400, "invalid-query-parameter", "sortBy");
    }

    @Test
    void deletesAWatermark() {
        String watermarkId = upload("logo.png", TestBytes.some(20)).text("watermarkId");

        assertThat(client.delete("/watermarks/" + watermarkId).status()).isEqualTo(204);

        assertProblem(client.delete("/watermarks/" + watermarkId), 404, "resource-not-found", "watermarkId");
        assertThat(client.get("/watermarks").body().path("data")).isEmpty();
        assertThat(simulator.resource("/watermarks/" + watermarkId)).isEmpty();
        assertProblem(client.get("/watermarks/" + watermarkId), 405, "method-not-allowed");
    }

    @Test
    void refusesAnotherKindOfImage() {
        assertProblem(upload("logo.webp", TestBytes.some(20)), 400, "uploaded-file-extension-invalid", "file");
        assertProblem(upload("logo.png", new byte[0]), 400, "uploaded-file-empty", "file");
    }

    @Test
    void refusesAVideoWithAnUnknownWatermark() {
        String watermarkId = simulator.createWatermark();
        String video = "{\"title\":\"t\",\"watermark\":{\"id\":\"%s\",\"bottom\":\"5%%\",\"width\":\"initial\"}}";

        assertThat(client.post("/videos", video.formatted(watermarkId)).status())
                .isEqualTo(201);
        client.delete("/watermarks/" + watermarkId);
        assertProblem(client.post("/videos", video.formatted(watermarkId)), 400, "invalid-attribute", "watermark");
    }

    @Test
    void forgetsWatermarksOnReset() {
        upload("logo.png", TestBytes.some(20));
        simulator.reset();

        assertThat(client.get("/watermarks").body().path("data")).isEmpty();
    }
}
