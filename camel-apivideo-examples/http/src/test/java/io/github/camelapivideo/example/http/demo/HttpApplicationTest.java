// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.example.testing.ChildJvm;
import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own. */
class HttpApplicationTest {

    private static final int MIB = Integer.getInteger("example.mib", 192);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    @ExtendWith(ApiVideoSimulatorExtension.class)
    void carriesALongVideoThroughAShortHeap(ApiVideoSimulator simulator) throws Exception {
        Path file = folder.resolve("film.mp4");
        TestVideo video = TestVideo.write(file, MIB);
        CompletableFuture<List<String>> application = start(Map.of(
                "APIVIDEO_API_KEY",
                simulator.apiKey(),
                "camel.component.apivideo.baseUri",
                simulator.baseUri().toString()));

        UploadClient client = UploadClient.of(page());
        HttpResponse<String> answer = client.put("uploads/long?name=film.mp4", BodyPublishers.ofFile(file))
                .get();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.size()).isEqualTo(video.length());
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
        application.join();
    }

    @Test
    void showsItsPageWithoutAnySetting() throws Exception {
        CompletableFuture<List<String>> application = start(Map.of());
        assertThat(UploadClient.of(page()).get("/").body()).contains("Drop a video here");
        application.join();
    }

    /** Ends after one request. */
    private CompletableFuture<List<String>> start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("HTTP_PORT", "0");
        all.put("camel.main.durationMaxMessages", "1");
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ChildJvm.run(HttpExample.class, folder, all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private URI page() {
        return await().atMost(PATIENCE)
                .until(this::printedPage, Optional::isPresent)
                .get();
    }

    private Optional<URI> printedPage() throws IOException {
        Path output = folder.resolve("output.txt");
        if (!Files.exists(output)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(output)) {
            return lines.filter(line -> line.startsWith("Open http"))
                    .map(line -> URI.create(line.substring("Open ".length())))
                    .findFirst();
        }
    }
}
