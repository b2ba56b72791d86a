// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.testing.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a process of its own, without a terminal. */
class NewsroomDemoTest {

    @TempDir
    Path folder;

    @Test
    void publishesRefusesAndExpiresItsStoriesAndEndsWithoutLeavingFiles(@TempDir Path temporary) throws Exception {
        String port = String.valueOf(RunningNewsroom.freePort());
        List<String> output = ChildJvm.run(
                NewsroomDemo.class, folder, Map.of("HTTP_PORT", port, "java.io.tmpdir", temporary.toString()));

        assertThat(output)
                .anyMatch(line -> line.equals("Open http://127.0.0.1:" + port + "/"))
                .anyMatch(line -> line.contains("stories.published: {\"slug\":\"tower-clock\""))
                .anyMatch(line -> line.contains("stories.refused: {\"slug\":\"empty-chair\""))
                .anyMatch(line -> line.equals("stories.retracted: test-card"));
        assertThat(temporary).isDirectoryNotContaining("glob:**/camel-apivideo-newsroom*");
    }
}
