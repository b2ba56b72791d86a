// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of an example that uploads the files of a folder on a server and moves them after their upload. A subclass
 * names the example and starts the server.
 */
@ExtendWith(ApiVideoSimulatorExtension.class)
public abstract class RemoteFolderExample {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MIB = Integer.getInteger("example.mib", 192);

    private final Class<?> example;
    private final Main camel;
    private RemoteFolder server;
    private Path folder;
    private Path file;
    private Path done;

    /**
     * @param example the application, to be run in a process of its own
     * @param camel the same application, to be run in this process
     */
    protected RemoteFolderExample(Class<?> example, Main camel) {
        this.example = example;
        this.camel = camel;
    }

    /**
     * A folder on a server.
     *
     * @param settings the settings of the route
     * @param server the server; closed after the test
     */
    public record RemoteFolder(Path inbox, Map<String, String> settings, AutoCloseable server) {}

    /** Starts a server that keeps its files in the folder. */
    protected abstract RemoteFolder serve(Path folder) throws Exception;

    @BeforeEach
    void start(@TempDir Path empty) throws Exception {
        folder = empty;
        server = serve(folder);
        file = server.inbox().resolve("film.mp4");
        done = server.inbox().resolve("done").resolve("film.mp4");
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        server.server().close();
    }

    @Test
    void movesTheFileOnlyWhenTheServiceHasAllOfIt(ApiVideoSimulator simulator) throws Exception {
        CountDownLatch everythingSeen = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.hold(everythingSeen));
        TestVideo video = TestVideo.write(file, 12);

        startRoute(simulator);

        await().atMost(PATIENCE).until(() -> SentParts.taken(simulator).size() == 2);
        assertThat(file).exists();
        everythingSeen.countDown();
        await().atMost(PATIENCE).until(() -> Files.exists(done));
        assertThat(file).doesNotExist();
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void leavesTheFileWhereItIsWhenTheUploadFailsAndGoesOnThereWithTheNextPoll(ApiVideoSimulator simulator)
            throws Exception {
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.problem(400, "uploaded-file-invalid-file"));
        TestVideo video = TestVideo.write(file, 12);

        startRoute(simulator);

        // The second refusal proves that the file was still there after the first.
        await().atMost(PATIENCE).until(() -> simulator.faults().injected() >= 2);
        assertThat(file).exists();
        assertThat(done).doesNotExist();
        simulator.faults().clear();
        await().atMost(PATIENCE).until(() -> Files.exists(done));
        assertThat(SentParts.taken(simulator)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void carriesALongVideoThroughAShortHeapFromTheServerThatTheEnvironmentNames(ApiVideoSimulator simulator)
            throws Exception {
        TestVideo video = TestVideo.write(file, MIB);
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("APIVIDEO_API_KEY", simulator.apiKey());
        settings.put("camel.component.apivideo.baseUri", simulator.baseUri().toString());
        settings.put("camel.main.durationMaxMessages", "1");

        ChildJvm.run(example, folder, settings);

        assertThat(done).hasSize(video.length());
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void showsWithoutAnySettingTwoVideosThatAreOnline() throws Exception {
        List<String> output = ChildJvm.run(example, folder, Map.of());

        assertThat(output)
                .contains("The simulator ends, and the player pages with it.")
                .anyMatch(line -> line.contains("bars.mp4 is online: http://127.0.0.1"))
                .anyMatch(line -> line.contains("mandelbrot.mp4 is online: http://127.0.0.1"));
    }

    @Test
    void closesItsServerAndEndsWithAnErrorWhenAVideoFails(ApiVideoSimulator simulator, @TempDir Path temporary)
            throws Exception {
        Map<String, String> settings = Map.of(
                "APIVIDEO_API_KEY", "wrong",
                "camel.component.apivideo.baseUri", simulator.baseUri().toString(),
                "java.io.tmpdir", temporary.toString());

        ChildJvm.runAndFail(example, folder, settings);

        assertThat(temporary).isDirectoryNotContaining("glob:**/camel-apivideo-*");
        assertThat(simulator.videos()).isEmpty();
    }

    private void startRoute(ApiVideoSimulator simulator) {
        server.settings().forEach(camel::addOverrideProperty);
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        camel.addOverrideProperty("camel.component.apivideo.partSize", "5MiB");
        camel.start();
    }
}
