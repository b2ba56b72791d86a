// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;

/** Deletes videos as another client of the same account would, and meets the same faults. */
final class Cleaner {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String authorization;

    Cleaner(URI service, String apiKey) {
        this.service = service;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((apiKey + ":").getBytes(StandardCharsets.US_ASCII));
    }

    void delete(String videoId) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/videos/" + videoId))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(10))
                .DELETE()
                .build();
        Awaitility.with()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .await("the deletion of " + videoId)
                .atMost(PATIENCE)
                .until(() -> isGone(request));
    }

    private boolean isGone(HttpRequest request) throws InterruptedException {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == 204 || status == 404;
        } catch (IOException e) {
            return false;
        }
    }
}
