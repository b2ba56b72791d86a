// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VideoFolderTest {

    @ConfigProperty(name = "videos.folder")
    Path folder;

    @ConfigProperty(name = "camel.component.apivideo.base-uri")
    URI simulator;

    // Written in camel case: application.properties sets api-key to nothing.
    @ConfigProperty(name = "camel.component.apivideo.apiKey")
    String apiKey;

    @Test
    void uploadsAVideoThatLandsInTheFolder() throws Exception {
        String title = UUID.randomUUID().toString();
        byte[] video = new byte[6_000_000];
        new Random(1).nextBytes(video);

        // The route watches the folder, so the file must be complete when it appears.
        Path whole = Files.write(Files.createTempFile(folder.toAbsolutePath().getParent(), title, ".part"), video);
        Files.move(whole, folder.resolve(title + ".mp4"));

        await().until(() -> Files.exists(folder.resolve("done").resolve(title + ".mp4")));
        JsonNode found =
                new ObjectMapper().readTree(get("/videos?title=" + title)).at("/data");
        assertThat(found).hasSize(1);
        assertThat(sha256(get(URI.create(found.at("/0/assets/mp4").asText()).getPath())))
                .isEqualTo(sha256(video));
    }

    private byte[] get(String path) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((apiKey + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(simulator.resolve(path))
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
