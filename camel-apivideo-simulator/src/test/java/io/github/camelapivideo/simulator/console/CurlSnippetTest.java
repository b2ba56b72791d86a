// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets for curl, with a shell, as the pages have them. */
class CurlSnippetTest {

    // Without its first line: the test has an empty folder of its own.
    private static final Pattern SNIPPET =
            Pattern.compile("```sh\ncd \"\\$\\(mktemp -d\\)\"\n(api=http://127.0.0.1:8642\n.*?)```", Pattern.DOTALL);

    @RegisterExtension
    private final ApiVideoSimulatorExtension simulators =
            ApiVideoSimulatorExtension.with(settings -> settings.apiKey("simulatorApiKey"));

    @TempDir
    private Path folder;

    @Test
    void uploadsTwoPartsAsTheReadmeSays(ApiVideoSimulator simulator) throws Exception {
        run(Path.of("..", "README.md"), simulator);

        assertArrived(simulator);
        assertThat(simulator.requests(RequestKind.SOURCE))
                .extracting(RecordedRequest::status)
                .containsExactly(201, 201);
    }

    @Test
    void triesAgainAfterTheFaultOfTheSimulatorsPage(ApiVideoSimulator simulator) throws Exception {
        run(Path.of("..", "docs", "simulator.md"), simulator);

        assertArrived(simulator);
        assertThat(simulator.requests(RequestKind.SOURCE))
                .extracting(RecordedRequest::status)
                .containsExactly(201, 503, 201);
    }

    private void run(Path page, ApiVideoSimulator simulator) throws IOException, InterruptedException {
        Matcher snippet = SNIPPET.matcher(Files.readString(page));
        assertThat(snippet.find()).isTrue();
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder(
                        "bash",
                        "-euo",
                        "pipefail",
                        "-c",
                        snippet.group(1)
                                .replace(
                                        "http://127.0.0.1:8642",
                                        simulator.baseUri().toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor()).as(() -> read(output)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void assertArrived(ApiVideoSimulator simulator) {
        assertThat(simulator.videos()).singleElement().satisfies(video -> {
            assertThat(video.title()).isEqualTo("My film");
            assertThat(Files.mismatch(video.file(), folder.resolve("film.mp4"))).isEqualTo(-1);
        });
    }
}
