// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder with many files, in a JVM of its own that may have 512 files and connections open. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
class InboxTest {

    private static final int FILES = 2000;
    private static final int MOST_UPLOADS = 64;
    private static final TestVideo VIDEO = TestVideo.of(1000);

    @TempDir
    Path folder;

    private Path inbox;

    @BeforeEach
    void drop() throws Exception {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        Path video = VIDEO.file(folder, "video.mp4");
        for (int number = 0; number < FILES; number++) {
            Files.copy(video, inbox.resolve("%04d.mp4".formatted(number)));
        }
    }

    @Test
    void twoThousandFilesArriveAndTheFirstVideoDoesNotWaitForTheOthers() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            // All that run wait for their next try, without a thread: others could begin.
            simulator.faults().on(RequestKind.SOURCE).times(MOST_UPLOADS).then(Fault.status(503));
            Process jvm = start(simulator);
            try {
                assertThat(jvm.waitFor(3, TimeUnit.MINUTES)).isTrue();
            } finally {
                jvm.destroyForcibly();
            }
            assertThat(jvm.exitValue()).as(printed()).isZero();
            assertThat(simulator.videos()).hasSize(FILES);
            assertThat(simulator.videos()).extracting(ReceivedVideo::sha256).containsOnly(VIDEO.sha256());
            assertThat(simulator.videos()).extracting(ReceivedVideo::title).doesNotHaveDuplicates();
            assertEachBeginsInItsTurn(simulator);
        }
    }

    @Test
    void aKillLeavesFewEmptyContainers() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            Process jvm = start(simulator);
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> simulator.requests(RequestKind.SOURCE).size() > 100);
            } finally {
                jvm.destroyForcibly();
            }
            assertThat(jvm.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(simulator.videos().stream().filter(video -> !video.complete()))
                    .hasSizeLessThanOrEqualTo(MOST_UPLOADS);
        }
    }

    /** Until the first video is complete, the service has heard of the first 64 files only; and so on with each that ends. */
    private static void assertEachBeginsInItsTurn(ApiVideoSimulator simulator) {
        List<RecordedRequest> sent = simulator.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.status() == 201)
                .toList();
        Map<String, Integer> places = sent.stream()
                .collect(Collectors.toMap(
                        RecordedRequest::videoId, request -> Integer.parseInt(request.fileName(), 0, 4, 10)));
        assertThat(simulator.requests(RequestKind.CREATE))
                .hasSize(FILES)
                .filteredOn(begins -> places.get(begins.videoId()) >= MOST_UPLOADS + completeBefore(begins, sent))
                .as("Containers made too early")
                .isEmpty();
    }

    private static long completeBefore(RecordedRequest begins, List<RecordedRequest> sent) {
        return sent.stream()
                .filter(part -> !part.finishedAt().isAfter(begins.startedAt()))
                .count();
    }

    private Process start(ApiVideoSimulator simulator) throws Exception {
        return new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "ulimit -n 512 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InboxUploads.class.getName(),
                        simulator.baseUri().toString(),
                        simulator.apiKey(),
                        inbox.toString(),
                        String.valueOf(FILES)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private String printed() throws Exception {
        return Files.readString(folder.resolve("output.txt"));
    }
}
