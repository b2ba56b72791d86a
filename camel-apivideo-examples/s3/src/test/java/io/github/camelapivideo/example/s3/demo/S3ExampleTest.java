// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.s3.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.example.testing.ChildJvm;
import io.github.camelapivideo.example.testing.SentParts;
import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.peers.S3Peer;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.main.Main;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

@ExtendWith(ApiVideoSimulatorExtension.class)
class S3ExampleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MIB = Integer.getInteger("example.mib", 192);
    private static final String KEY = "inbox/film.mp4";
    private static final Map<String, String> NONE = Map.of();

    @TempDir
    Path folder;

    private final Main camel = new Main();
    private S3Peer bucket;

    @BeforeEach
    void start() throws Exception {
        bucket = S3Peer.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        bucket.close();
    }

    @Test
    void deletesTheObjectOnlyWhenTheServiceHasAllOfIt(ApiVideoSimulator simulator) throws Exception {
        CountDownLatch everythingSeen = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.hold(everythingSeen));
        TestVideo video = put(KEY, 12, NONE);

        startRoute(simulator);

        await().atMost(PATIENCE).until(() -> SentParts.taken(simulator).size() == 2);
        assertThat(bucket.keys()).containsExactly(KEY);
        everythingSeen.countDown();
        await().atMost(PATIENCE).until(() -> bucket.keys().isEmpty());
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void leavesTheObjectWhenTheUploadFailsAndGoesOnThereWithTheNextPoll(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.problem(400, "uploaded-file-invalid-file"));
        TestVideo video = put(KEY, 12, NONE);

        startRoute(simulator);

        // The second refusal proves that the object was still there after the first.
        await().atMost(PATIENCE).until(() -> simulator.faults().injected() >= 2);
        assertThat(bucket.keys()).containsExactly(KEY);
        simulator.faults().clear();
        await().atMost(PATIENCE).until(() -> bucket.keys().isEmpty());
        assertThat(SentParts.taken(simulator)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void givesTheVideoTheMetadataOfTheObject(ApiVideoSimulator simulator) throws Exception {
        put(KEY, 1, Map.of("camera", "north", "shot-by", "Ada"));

        startRoute(simulator);

        await().atMost(PATIENCE).until(() -> bucket.keys().isEmpty());
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.title()).isEqualTo("film.mp4");
            assertThat(received.creation().get("metadata"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .contains(Map.of("key", "camera", "value", "north"), Map.of("key", "shot-by", "value", "Ada"));
        });
    }

    @Test
    void leavesAloneWhatIsNotBelowThePrefix(ApiVideoSimulator simulator) throws Exception {
        put("archive/film.mp4", 1, NONE);
        put("inbox/later/film.mp4", 1, NONE);
        put(KEY, 1, NONE);

        startRoute(simulator);

        await().atMost(PATIENCE).until(() -> !bucket.keys().contains(KEY));
        assertThat(bucket.keys()).containsExactlyInAnyOrder("archive/film.mp4", "inbox/later/film.mp4");
        assertThat(simulator.videos()).hasSize(1);
    }

    @Test
    void goesOnToTheNextObjectWhenOneIsRefusedAgainAndAgain(ApiVideoSimulator simulator) throws Exception {
        put("inbox/a-empty.mp4", 0, NONE);
        put(KEY, 1, NONE);

        startRoute(simulator);

        await().atMost(PATIENCE).until(() -> !bucket.keys().contains(KEY));
        assertThat(bucket.keys()).containsExactly("inbox/a-empty.mp4");
    }

    @Test
    void uploadsOneVideoAfterAnother(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.delay(Duration.ofSeconds(2)));
        put("inbox/1.mp4", 1, NONE);
        put("inbox/2.mp4", 1, NONE);

        startRoute(simulator);

        await().atMost(PATIENCE).until(() -> bucket.keys().isEmpty());
        Instant firstOnline = simulator.requests(RequestKind.SOURCE).get(0).finishedAt();
        assertThat(simulator.requests(RequestKind.CREATE).get(1).startedAt()).isAfterOrEqualTo(firstOnline);
    }

    @Test
    void carriesALongVideoThroughAShortHeapFromTheBucketThatTheEnvironmentNames(ApiVideoSimulator simulator)
            throws Exception {
        TestVideo video = put(KEY, MIB, NONE);
        Map<String, String> settings = new HashMap<>(bucket.environment());
        settings.put("S3_BUCKET", S3Peer.BUCKET);
        settings.put("APIVIDEO_API_KEY", simulator.apiKey());
        settings.put("camel.component.apivideo.baseUri", simulator.baseUri().toString());
        settings.put("camel.main.durationMaxMessages", "1");

        ChildJvm.run(S3Example.class, folder, settings);

        assertThat(bucket.keys()).isEmpty();
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.size()).isEqualTo(video.length());
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void showsWithoutAnySettingTwoVideosThatAreOnline() throws Exception {
        List<String> output = ChildJvm.run(S3Example.class, folder, Map.of());

        assertThat(output)
                .contains("The simulator ends, and the player pages with it.")
                .anyMatch(line -> line.contains("inbox/bars.mp4 is online: http://127.0.0.1"))
                .anyMatch(line -> line.contains("inbox/mandelbrot.mp4 is online: http://127.0.0.1"));
    }

    private TestVideo put(String key, int mebibytes, Map<String, String> metadata) throws Exception {
        Path file = folder.resolve("content");
        TestVideo video = TestVideo.write(file, mebibytes);
        bucket.put(key, metadata, RequestBody.fromFile(file));
        return video;
    }

    private void startRoute(ApiVideoSimulator simulator) {
        camel.bind("s3", bucket.client());
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        camel.addOverrideProperty("camel.component.apivideo.partSize", "5MiB");
        camel.start();
    }
}
