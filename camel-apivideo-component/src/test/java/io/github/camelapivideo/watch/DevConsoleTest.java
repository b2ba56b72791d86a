// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The developer console shows what the component does, and ends an upload. */
class DevConsoleTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART);

    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void release() {
        held.countDown();
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(fixture.context()).resolveDevConsole("apivideo");
    }

    private String text() {
        return console().call(MediaType.TEXT).toString();
    }

    private JsonNode json(Map<String, Object> options) throws Exception {
        JsonObject json = (JsonObject) console().call(MediaType.JSON, options);
        return new ObjectMapper().readTree(json.toJson());
    }

    /** Begins an upload whose first half the service has, and that stands still then. */
    private CompletableFuture<Exchange> begin() {
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = fixture.template()
                .asyncSend(
                        "apivideo:upload?partSize=5MiB&parallelism=1&progressInterval=50&fileName=a.mp4",
                        exchange -> exchange.getMessage().setBody(VIDEO.bytes()));
        await().until(() -> component.uploads().stream()
                .anyMatch(first -> first.state() == State.RUNNING && first.parts() == 1 && first.standstill() != null));
        return upload;
    }

    @Test
    void itShowsUploadsWithBars() throws Exception {
        CompletableFuture<Exchange> upload = begin();
        String videoId = fixture.simulator().videos().get(0).videoId();

        assertThat(text().lines())
                .contains("component apivideo", "retries: 0, waits for the rate limit: 0", "  POST /videos: success 1")
                .contains("events: 0 received, 0 rejected, 0 repeated")
                .anyMatch(line ->
                        line.matches("uploads: 1 running, 0 waiting, 0 completed, 0 failed; \\d+\\.\\d MB sent"))
                .anyMatch(line -> line.matches("  a\\.mp4 \\[#{10,20}-{0,10}] +\\d+ % \\d+\\.\\d MB, \\d+\\.\\d MB/s,"
                        + " \\d+ s \\([\\w-]+, " + videoId + "\\)"))
                .anyMatch(line -> line.startsWith("    stands still: "))
                .anyMatch(line -> line.matches("memory of streams: 0\\.0 of \\d+\\.\\d MB"))
                .anyMatch(line -> line.matches("account 127\\.0\\.0\\.1:\\d+ #[0-9a-f]{8}"))
                .anyMatch(line -> line.matches("  uploads: \\d+ of 100 left for \\d+ s, 0 waiting, 1 under way"));
        assertThat(text()).doesNotContain(fixture.simulator().apiKey());

        held.countDown();
        fixture.assertArrived(upload.get(), VIDEO);
        assertThat(text()).contains("uploads: 0 running, 0 waiting, 1 completed, 0 failed; 10.5 MB sent");
    }

    @Test
    void itShowsTheSameAsJson() throws Exception {
        begin();

        JsonNode json = json(Map.of());
        JsonNode component = json.get("components").get(0);
        assertThat(component.get("name").asText()).isEqualTo("apivideo");
        assertThat(component.get("runningUploads").asInt()).isEqualTo(1);
        JsonNode upload = component.get("uploads").get(0);
        assertThat(upload.get("fileName").asText()).isEqualTo("a.mp4");
        assertThat(upload.get("percent").asInt()).isBetween(50, 100);
        assertThat(upload.get("length").asLong()).isEqualTo(VIDEO.length());
        assertThat(component.get("requests").get(0).get("count").asLong()).isPositive();
        assertThat(json.get("accounts").get(0).get("budget").asText()).isEqualTo("uploads");
        assertThat(json.has("cancelled")).isFalse();
        assertThat(json.toString()).doesNotContain(fixture.simulator().apiKey());
    }

    @Test
    void itEndsAnUpload() throws Exception {
        CompletableFuture<Exchange> upload = begin();
        String id = json(Map.of()).at("/components/0/uploads/0/id").asText();

        assertThat(json(Map.of("cancel", "unknown")).get("cancelled").asBoolean())
                .isFalse();
        assertThat(json(Map.of("cancel", id)).get("cancelled").asBoolean()).isTrue();

        assertThat(upload.get().getException()).hasMessageContaining("the upload was cancelled");
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(console().call(MediaType.TEXT, Map.of("cancel", id)).toString())
                .startsWith("There is no such upload, or it is complete.");
    }

    @Test
    void itShowsTheRoutesThatPoll() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("apivideo:videos?delay=50&emit=created").routeId("found").to("mock:found");
            }
        });

        await().until(() ->
                text().lines().anyMatch(line -> line.matches("route found: polls [1-9]\\d*, failedInSuccession 0")));
        assertThat(json(Map.of()).at("/routes/found/polls").asLong()).isPositive();
    }
}
