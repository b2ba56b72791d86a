// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only watches the component is optional. */
class WithoutOptionalLibrariesTest {

    private static final String OPTIONAL = ".*(micrometer|opentelemetry|camel-telemetry|prometheus).*";

    @TempDir
    Path folder;

    @Test
    void anUploadNeedsNoLibraryThatWatchesIt() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().matches(OPTIONAL))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(classPath).isNotEqualTo(System.getProperty("java.class.path"));
        TestVideo video = TestVideo.of(10);
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            File output = folder.resolve("output.txt").toFile();
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            TracedCall.class.getName(),
                            "apivideo:upload?baseUri=" + simulator.baseUri() + "&apiKey=" + simulator.apiKey(),
                            video.file(folder, "video.mp4").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            try {
                assertThat(jvm.waitFor(2, TimeUnit.MINUTES)).isTrue();
            } finally {
                jvm.destroyForcibly();
            }
            assertThat(Files.readString(output.toPath())).doesNotContain("NoClassDefFoundError", "observer failed");
            assertThat(jvm.exitValue()).isZero();
            assertThat(simulator.videos()).singleElement().satisfies(received -> assertThat(received.sha256())
                    .isEqualTo(video.sha256()));
        }
    }
}
