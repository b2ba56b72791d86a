// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.resume;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key under which many containers are. */
class ResumeAmongManyTest {

    private static final TestVideo VIDEO = TestVideo.of(2 * PART + 1);
    private static final String HEAD = TestVideo.sha256(Arrays.copyOf(VIDEO.bytes(), PART));
    private static final String OPTIONS = "uploadKey=k&partSize=5MiB&parallelism=1";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private void containers(int count, long length) throws Exception {
        String key = Base64.getEncoder().encodeToString((fixture.simulator().apiKey() + ":").getBytes());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(fixture.simulator().baseUri() + "/videos"))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"title":"earlier", "metadata":[{"key":"camel-apivideo-key","value":"k"},
                        {"key":"camel-apivideo-upload","value":"another"},
                        {"key":"camel-apivideo-part-size","value":"5242880"},
                        {"key":"camel-apivideo-length","value":"%d"},
                        {"key":"camel-apivideo-head","value":"%s"}]}""".formatted(length, HEAD)))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        for (int number = 0; number < count; number++) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private void failOnPart(int part) {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(part)
                .times(1)
                .then(Fault.problem(403, "authorization-suspended-account"));
    }

    private Stream<RecordedRequest> reads() {
        return Stream.of(RequestKind.STATUS, RequestKind.LIST)
                .flatMap(kind -> fixture.simulator().requests(kind).stream());
    }

    @Test
    void theNewestOfMoreThanAPageIsFoundAndThoseForOtherBytesAreNotLookedInto() throws Exception {
        containers(230, 999);
        failOnPart(2);
        assertThat(fixture.upload(OPTIONS, VIDEO.bytes()).getException()).isNotNull();
        assertThat(fixture.simulator().videos()).hasSize(231);
        assertThat(fixture.simulator().requests(RequestKind.STATUS))
                .as("only the new one")
                .hasSize(1);

        fixture.assertArrived(fixture.upload(OPTIONS, VIDEO.bytes()), VIDEO);

        assertThat(fixture.simulator().videos()).hasSize(231);
        assertThat(fixture.parts().stream().filter(part -> part.status() == 201))
                .extracting(RecordedRequest::partNumber)
                .containsExactly(1, 2, 3);
    }

    @Test
    void manyThatMayFitAreLookedIntoWithinTheLimitAndEachOnce() throws Exception {
        fixture.restart(simulator -> simulator.rateLimits(RateLimits.of(1000, 1000, 8, Duration.ofSeconds(1))));
        containers(20, VIDEO.bytes().length);
        fixture.simulator().faults().on(RequestKind.STATUS).nth(5).then(Fault.status(503));

        Exchange exchange = fixture.upload(OPTIONS, VIDEO.bytes());

        fixture.assertArrived(exchange, VIDEO);
        assertThat(fixture.simulator().videos()).hasSize(20);
        assertThat(reads()).noneMatch(request -> request.status() == 429);
        assertThat(fixture.simulator().requests(RequestKind.STATUS))
                .as("each once, and the one that failed once more")
                .hasSize(21);
        assertThat(fixture.simulator().requests(RequestKind.LIST)).hasSize(1);
    }
}
