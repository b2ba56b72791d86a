// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.testing.ChildJvm;
import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own. */
class JmsApplicationTest {

    private static final int MIB = Integer.getInteger("example.mib", 192);

    @TempDir
    Path folder;

    @Test
    @ExtendWith(ApiVideoSimulatorExtension.class)
    void carriesALongVideoThroughAShortHeapFromTheBrokerThatTheEnvironmentNames(ApiVideoSimulator simulator)
            throws Exception {
        Path file = folder.resolve("film.mp4");
        TestVideo video = TestVideo.write(file, MIB);
        try (DemoServer broker = DemoServer.start(folder)) {
            try (InputStream content = Files.newInputStream(file)) {
                broker.send("film.mp4", content);
            }
            Map<String, String> settings = new HashMap<>(broker.settings());
            settings.put("APIVIDEO_API_KEY", simulator.apiKey());
            settings.put("camel.component.apivideo.baseUri", simulator.baseUri().toString());
            settings.put("camel.main.durationMaxMessages", "1");

            ChildJvm.run(JmsExample.class, folder, settings);

            assertThat(broker.count(DemoServer.QUEUE)).isZero();
        }
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.size()).isEqualTo(video.length());
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void showsWithoutAnySettingTwoVideosThatAreOnlineAndAMessageThatIsDead() throws Exception {
        List<String> output = ChildJvm.run(JmsExample.class, folder, Map.of());

        assertThat(output)
                .contains("The simulator ends, and the player pages with it.")
                .anyMatch(line -> line.contains("'bars.mp4' is online: http://127.0.0.1"))
                .anyMatch(line -> line.contains("'mandelbrot.mp4' is online: http://127.0.0.1"))
                .anyMatch(line -> line.contains("'nothing.mp4' is in videos.dead: The body is empty"));
    }
}
