// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application, started without an API key. */
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "APIVIDEO_API_KEY=")
class InboxApplicationTest {

    @TempDir
    private static Path inbox;

    @Autowired
    private ApiVideoSimulator simulator;

    @Autowired
    private TestRestTemplate http;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("inbox", inbox::toString);
    }

    // First, because the output also contains that of earlier tests.
    @Test
    @Order(1)
    void theVideoInTheInboxArrivesAsItIsAndItsPlayerIsTold(CapturedOutput output) throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(inbox.resolve("done/bars.mp4")));

        ReceivedVideo video = simulator.videos().stream()
                .filter(received -> received.title().equals("bars"))
                .findAny()
                .orElseThrow();
        assertThat(video.sha256()).isEqualTo(sha256(inbox.resolve("done/bars.mp4")));
        assertThat(video.title()).isEqualTo("bars");
        assertThat(output).contains("bars.mp4 is at " + simulator.baseUri(), video.videoId());
    }

    @Test
    void aVideoLongerThanTheHeapArrivesAsItIs(@TempDir Path elsewhere) throws Exception {
        TestVideo video = TestVideo.write(elsewhere.resolve("long.mp4"), Integer.getInteger("example.mib", 192));
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(video.length());

        Files.move(elsewhere.resolve("long.mp4"), inbox.resolve("long.mp4"));

        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(inbox.resolve("done/long.mp4")));
        assertThat(simulator.videos())
                .filteredOn(received -> received.title().equals("long"))
                .singleElement()
                .extracting(ReceivedVideo::sha256)
                .isEqualTo(video.sha256());
    }

    @Test
    void healthSaysThatTheAccountAnswers() {
        await().untilAsserted(() -> {
            ResponseEntity<String> health = http.getForEntity("/actuator/health", String.class);
            assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(health.getBody()).contains("\"apivideo\":{\"status\":\"UP\"}");
        });
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
