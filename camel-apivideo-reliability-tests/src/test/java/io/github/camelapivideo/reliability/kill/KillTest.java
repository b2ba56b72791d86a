// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelapivideo.reliability.kill.UploadingNode.Body;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A real process is killed in the middle of an upload and started again. */
@Timeout(60)
class KillTest {

    private static final int SLOWLY = 4 * 1024 * 1024;

    @TempDir
    Path folder;

    private ApiVideoSimulator service;

    @BeforeEach
    void start() throws Exception {
        service = ApiVideoSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** A long run takes both: each start of a process takes its time. */
    private static Stream<Arguments> toRun(Arguments inEachBuild, Arguments inLongRuns) {
        return Boolean.getBoolean("reliability.whole") ? Stream.of(inEachBuild, inLongRuns) : Stream.of(inEachBuild);
    }

    static Stream<Arguments> resumesAnUploadThatWasKilledInTheMiddle() {
        return toRun(arguments(Body.STREAM, 4, 21), arguments(Body.FILE, 1, 9));
    }

    @ParameterizedTest(name = "{0} of {2} parts, {1} at once")
    // The other two pairs are killed twice, below.
    @MethodSource
    void resumesAnUploadThatWasKilledInTheMiddle(Body body, int parallelism, int parts) throws Exception {
        TestVideo video = video(parts);
        killAfterParts(5, video, body, parallelism);

        assertArrivesAfterRestart(video, body, parallelism);

        assertThat(sentTwice()).isLessThanOrEqualTo(parallelism);
    }

    static Stream<Arguments> resumesAnUploadThatWasKilledTwice() {
        return toRun(arguments(Body.FILE, 4), arguments(Body.STREAM, 1));
    }

    @ParameterizedTest(name = "{0}, {1} at once")
    @MethodSource
    void resumesAnUploadThatWasKilledTwice(Body body, int parallelism) throws Exception {
        TestVideo video = video(16);
        killAfterParts(3, video, body, parallelism);
        killAfterParts(9, video, body, parallelism);

        assertArrivesAfterRestart(video, body, parallelism);

        assertThat(sentTwice()).isLessThanOrEqualTo(2 * parallelism);
    }

    static Stream<Arguments> aContainerOfWhichTheKilledProcessNeverHeardIsUsed() {
        return toRun(arguments(Body.STREAM, 1), arguments(Body.FILE, 4));
    }

    @ParameterizedTest(name = "{0}, {1} at once")
    @MethodSource
    void aContainerOfWhichTheKilledProcessNeverHeardIsUsed(Body body, int parallelism) throws Exception {
        TestVideo video = video(5);
        service.faults().on(RequestKind.CREATE).then(Fault.stallAnswer());
        killWhen(() -> !service.videos().isEmpty(), body, parallelism);

        assertArrivesAfterRestart(video, body, parallelism);

        assertThat(service.requests(RequestKind.CREATE)).hasSize(1);
        assertThat(sentTwice()).isZero();
    }

    static Stream<Arguments> aContainerThatNoPartHasReachedIsUsed() {
        return toRun(arguments(Body.FILE, 1), arguments(Body.STREAM, 4));
    }

    @ParameterizedTest(name = "{0}, {1} at once")
    @MethodSource
    void aContainerThatNoPartHasReachedIsUsed(Body body, int parallelism) throws Exception {
        TestVideo video = video(5);
        service.faults().on(RequestKind.SOURCE).then(Fault.stallDuringBody(0));
        killWhen(() -> service.faults().injected() == parallelism, body, parallelism);

        assertArrivesAfterRestart(video, body, parallelism);

        assertThat(service.requests(RequestKind.CREATE)).hasSize(1);
        assertThat(sentTwice()).isLessThanOrEqualTo(parallelism);
    }

    static Stream<Arguments> anUploadThatIsKilledBeforeItsLastAnswerIsAnsweredAtOnce() {
        return toRun(arguments(Body.STREAM, 1), arguments(Body.FILE, 4));
    }

    @ParameterizedTest(name = "{0}, {1} at once")
    @MethodSource
    void anUploadThatIsKilledBeforeItsLastAnswerIsAnsweredAtOnce(Body body, int parallelism) throws Exception {
        TestVideo video = video(5);
        service.faults().on(RequestKind.SOURCE).part(video.parts()).then(Fault.stallAnswer());
        killWhen(() -> service.videos().stream().anyMatch(ReceivedVideo::complete), body, parallelism);
        int sent = service.requests(RequestKind.SOURCE).size();

        assertArrivesAfterRestart(video, body, parallelism);

        assertThat(service.requests(RequestKind.SOURCE)).hasSize(sent).hasSize(video.parts());
    }

    /** Writes a video whose last part is a single byte. */
    private TestVideo video(int parts) throws Exception {
        TestVideo video = TestVideo.of((parts - 1L) * PART + 1);
        video.file(Files.createDirectories(folder.resolve("inbox")), "holiday.mp4");
        return video;
    }

    /** Kills a process whose lanes are all in the middle of a part, when the service has so many others. */
    private void killAfterParts(int accepted, TestVideo video, Body body, int parallelism) throws Exception {
        service.faults().reset();
        IntStream.rangeClosed(accepted + 1, video.parts())
                .forEach(part ->
                        service.faults().on(RequestKind.SOURCE).part(part).then(Fault.slowBody(SLOWLY)));
        killWhen(() -> accepted() >= accepted && service.faults().injected() >= parallelism, body, parallelism);
    }

    private long accepted() {
        return service.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.status() == 201)
                .count();
    }

    private void killWhen(Callable<Boolean> moment, Body body, int parallelism) throws Exception {
        try (Node node = node(body, parallelism)) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(moment);
            node.kill();
        }
        service.faults().clear();
    }

    private void assertArrivesAfterRestart(TestVideo video, Body body, int parallelism) throws Exception {
        try (Node node = node(body, parallelism)) {
            String videoId = node.awaitUploaded();
            assertThat(service.videos()).singleElement().satisfies(received -> {
                assertThat(received.videoId()).isEqualTo(videoId);
                assertThat(received.complete()).isTrue();
                assertThat(received.sha256()).isEqualTo(video.sha256());
                assertThat(received.totalParts()).isEqualTo(video.parts());
            });
            assertThat(service.deletedVideoIds()).isEmpty();
        }
    }

    private Node node(Body body, int parallelism) throws IOException {
        return new Node(
                folder,
                UploadingNode.class,
                service.baseUri().toString(),
                service.apiKey(),
                folder.toString(),
                body.name(),
                String.valueOf(parallelism),
                UploadingNode.KEY);
    }

    /** How many more requests with a part there were than parts; those that were cut count too. */
    private long sentTwice() {
        Map<Integer, Long> sent = service.requests(RequestKind.SOURCE).stream()
                .collect(Collectors.groupingBy(RecordedRequest::partNumber, Collectors.counting()));
        return sent.values().stream().mapToLong(times -> times - 1).sum();
    }
}
