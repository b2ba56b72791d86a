// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.intake.SizeLimits;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a program, with much less memory than a part has bytes. */
class StandaloneTest {

    @TempDir
    private Path temporary;

    private Process program;
    private BufferedReader output;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port=0",
                        "--api-key=mine",
                        "--reads-per-minute=2",
                        "--cross-origin",
                        "--any-file-field",
                        "--fault=create,nth=2:status=503",
                        "--fault=create,nth=2:closeAfterAnswer",
                        "--seed=42",
                        "--print-requests")
                .redirectError(temporary.resolve("err").toFile())
                .start();
        output = program.inputReader();
        String uri = output.readLine().replace("Base URI: ", "");
        assertThat(output.readLine()).isEqualTo("API key:  mine");
        assertThat(output.readLine()).isEqualTo("Page:     " + uri + "/");
        assertThat(output.readLine()).isEqualTo("Seed:     42");
        output.readLine();
        client = Client.of(URI.create(uri), Client.basic("mine:"));
    }

    @AfterEach
    void stop() {
        program.destroyForcibly();
    }

    @Test
    void acceptsTheLargestPartWithLittleMemoryAndLeavesNoFiles() throws Exception {
        Path part = temporary.resolve("part");
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), SizeLimits.LARGEST_FILE - 1);
        }
        String videoId = client.create("large");
        MultipartForm form = MultipartForm.form().file("file", "v.mp4", BodyPublishers.ofFile(part));

        assertThat(client.upload("/videos/" + videoId + "/source", "part 1/2", form)
                        .status())
                .isEqualTo(201);
        assertThat(client.part(videoId, "part 2/2", TestBytes.some(7)).status()).isEqualTo(201);
        assertThat(client.head("/vod/" + videoId + "/mp4/source.mp4").header("Content-Length"))
                .isEqualTo(String.valueOf(SizeLimits.LARGEST_FILE + 7));
        assertThat(List.of(
                        client.get("/videos").status(),
                        client.get("/videos").status(),
                        client.get("/videos").status()))
                .containsExactly(200, 200, 429);

        // As Ctrl-C does; the output stays readable.
        program.toHandle().destroy();
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lines())
                .anyMatch(line ->
                        line.matches(".*  201  POST /videos/" + videoId + "/source  part 1/2  209715200 bytes  .*ms"))
                .anyMatch(line -> line.contains("  429  GET /videos  too-many-requests  "));
        Files.delete(part);
        assertThat(temporary).isDirectoryNotContaining(Files::isDirectory);
        assertThat(temporary.resolve("err")).isEmptyFile();
    }

    @Test
    void injectsFaults() {
        assertThat(List.of(status(), status(), status())).containsExactly(201, 503, 201);
    }

    @Test
    void letsBrowsersUpload() {
        MultipartForm form = MultipartForm.form().file("blob", "v.mp4", TestBytes.some(7));

        assertThat(client.upload("/videos/" + client.create("browser") + "/source", null, form)
                        .status())
                .isEqualTo(201);
        assertThat(client.send(client.request("/videos").header("Origin", "https://page.example"))
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://page.example");
    }

    private int status() {
        return client.post("/videos", "{\"title\":\"t\"}").status();
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        return lines;
    }
}
