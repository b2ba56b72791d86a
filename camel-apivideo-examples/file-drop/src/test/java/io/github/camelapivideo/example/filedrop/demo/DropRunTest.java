// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.filedrop.demo.Settings.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole application without its exit. */
@Timeout(60)
class DropRunTest {

    private static final int MIB = 1 << 20;
    private static final List<Wanted> SHORT = List.of(
            new Wanted("bars.mp4", 6 * MIB),
            new Wanted("mandelbrot.mp4", 16 * MIB + 1),
            new Wanted("clock.mp4", 24 * MIB));
    private static final List<String> NAMES = List.of("bars.mp4", "mandelbrot.mp4", "clock.mp4");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Service service;

    @BeforeEach
    void start() throws Exception {
        service = SimulatedService.start(0);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyVideoArrivesAsItWasSentAndItsFileIsDone() throws Exception {
        Summary summary = run(service);

        assertThat(summary.text()).noneMatch(line -> line.contains("FAILED") || line.contains("DIFFERENT"));
        assertThat(summary.exitStatus()).isZero();
        assertThat(summary.lines()).allSatisfy(line -> {
            assertThat(line.received().sha256()).isEqualTo(line.source().sha256());
            assertThat(line.received().length()).isEqualTo(line.source().length());
            assertThat(line.outcome().playerUrl()).contains(line.outcome().videoId());
        });
        assertThat(summary.lines()).extracting(line -> line.outcome().parts()).containsExactly(2, 3, 3);
        assertThat(names("done")).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(names("inbox")).isEmpty();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("parts  2/2  done", "parts  3/3  done");
    }

    @Test
    void aFailedUploadIsNamedAndKeepsItsFile() throws Exception {
        Summary summary = run(new WrongKey(service));

        assertThat(summary.exitStatus()).isOne();
        assertThat(summary.lines())
                .allSatisfy(line -> assertThat(line.outcome().failure()).containsPattern("40[01]"));
        assertThat(names("failed")).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(folder.resolve("done")).doesNotExist();
    }

    @Test
    void aVideoLongerThanTheHeapArrivesAsItWasSent() throws Exception {
        long length = Integer.getInteger("example.mib", 192) * (long) MIB;
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(length);

        Summary summary = run(service, List.of(new Wanted("clock.mp4", length)));

        assertThat(summary.exitStatus()).isZero();
        assertThat(summary.lines()).singleElement().satisfies(line -> {
            assertThat(line.received().length()).isEqualTo(length);
            assertThat(line.received().sha256()).isEqualTo(line.source().sha256());
        });
    }

    private Summary run(Service with) throws Exception {
        return run(with, SHORT);
    }

    private Summary run(Service with, List<Wanted> videos) throws Exception {
        Settings settings = new Settings(folder, videos, 8 * MIB, 0, false);
        try (Screen screen = new LineScreen(new PrintStream(shown, true, StandardCharsets.UTF_8))) {
            return new DropRun(settings, with, screen).run();
        }
    }

    private List<String> names(String of) throws Exception {
        try (var files = Files.list(folder.resolve(of))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    /** The same service with a wrong key. */
    private record WrongKey(Service real) implements Service {

        @Override
        public String description() {
            return real.description();
        }

        @Override
        public Map<String, String> properties() {
            Map<String, String> wrong = new HashMap<>(real.properties());
            wrong.put("camel.component.apivideo.apiKey", "wrong");
            return wrong;
        }

        @Override
        public Optional<Received> received(String videoId) {
            return real.received(videoId);
        }

        @Override
        public boolean reports() {
            return real.reports();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
