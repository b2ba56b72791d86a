// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.store.Folders;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {

    @TempDir
    private Path directory;

    private ApiVideoSimulator simulator;
    private Client client;
    private String videoId;

    @BeforeEach
    void start() throws IOException {
        simulator = ApiVideoSimulator.builder().directory(directory).start();
        client = Client.of(simulator);
        videoId = client.create("form");
    }

    /** No file of a request is left. */
    @AfterEach
    void stop() throws IOException {
        try (Stream<Path> incoming = Files.list(directory.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
        simulator.close();
        assertThat(directory.resolve("incoming")).doesNotExist();
    }

    private Client.Answer send(MultipartForm form) {
        return client.upload("/videos/" + videoId + "/source", null, form);
    }

    private Client.Answer send(String contentType, String body) {
        return client.upload("/videos/" + videoId + "/source", null, contentType, BodyPublishers.ofString(body));
    }

    @Test
    void takesAWholeVideo() {
        byte[] video = TestBytes.some(1234);

        assertThat(send(MultipartForm.video(video)).status()).isEqualTo(201);

        ReceivedVideo received = simulator.video(videoId).orElseThrow();
        assertThat(received.sha256()).isEqualTo(TestBytes.sha256(video));
        assertThat(received.parts()).containsExactly(1);
        assertThat(client.get("/videos/" + videoId + "/status")
                        .body()
                        .path("ingest")
                        .path("receivedBytes")
                        .toString())
                .isEqualTo("[{\"from\":0,\"to\":1233,\"total\":1234}]");
        assertProblem(send(MultipartForm.video(video)), 400, "video-source-already-uploaded", "file");
    }

    @Test
    void acceptsOneOfSeveralVideosForTheSameContainer() {
        var answers =
                Stream.generate(() -> client.partAsync(videoId, null, TestBytes.some(100_000)))
                        .limit(6)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 400)
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer.slug()).isEqualTo("video-source-already-uploaded"));
    }

    @Test
    void takesOtherFieldsBesideTheFile() {
        MultipartForm form = MultipartForm.form()
                .text("before", "x")
                .file("file", "video.mp4", TestBytes.some(10))
                .text("after", "y");

        assertThat(send(form).status()).isEqualTo(201);
    }

    @Test
    void acceptsABodyOfUnknownLength() {
        byte[] video = TestBytes.some(1_000_000);
        BodyPublisher unknown = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(video));

        assertThat(send(MultipartForm.form().file("file", "video.mp4", unknown)).status())
                .isEqualTo(201);

        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(video));
    }

    @Test
    void refusesAFormWithoutAFile() {
        assertProblem(send(MultipartForm.form().text("title", "x")), 400, "uploaded-file-no-file", "file");
        assertProblem(
                send(MultipartForm.form().file("video", "video.mp4", TestBytes.some(10))),
                400,
                "uploaded-file-no-file");
    }

    @Test
    void refusesABodyThatIsNoForm() {
        assertProblem(send("application/octet-stream", "bytes"), 400, "uploaded-file-no-file", "file");
        assertProblem(send("multipart/form-data", "bytes"), 400, "uploaded-file-no-file", "file");
    }

    @Test
    void refusesTwoFiles() {
        assertProblem(
                send(MultipartForm.video(TestBytes.some(10)).file("file", "b.mp4", TestBytes.some(10))),
                400,
                "uploaded-file-multiple-files",
                "file");
        assertProblem(
                send(MultipartForm.video(TestBytes.some(10)).file("other", "b.mp4", TestBytes.some(10))),
                400,
                "uploaded-file-multiple-files");
    }

    @Test
    void refusesAFileWithoutAName() {
        assertProblem(send(MultipartForm.form().text("file", "bytes")), 400, "uploaded-file-invalid-file", "file");
        assertProblem(
                send(MultipartForm.form().file("file", "", TestBytes.some(10))),
                400,
                "uploaded-file-invalid-file",
                "file");
    }

    @Test
    void refusesAFormThatNeverEnds() {
        assertProblem(
                send(
                        MultipartForm.CONTENT_TYPE,
                        "--simulator-test-boundary\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"v.mp4\"\r\n\r\nbytes"),
                400,
                "uploaded-file-invalid-file",
                "file");
    }

    @Test
    void refusesAnEmptyFile() {
        assertProblem(send(MultipartForm.video(new byte[0])), 400, "uploaded-file-empty", "file");
    }

    @Test
    void acceptsTwoHundredMebibytesAndNoByteMore() {
        assertProblem(
                send(MultipartForm.form().file("file", "v.mp4", TestBytes.zeros(SizeLimits.LARGEST_FILE + 1))),
                400,
                "uploaded-file-too-large",
                "file");
        assertThat(send(MultipartForm.form().file("file", "v.mp4", TestBytes.zeros(SizeLimits.LARGEST_FILE)))
                        .status())
                .isEqualTo(201);
        assertThat(simulator.video(videoId).orElseThrow().size()).isEqualTo(SizeLimits.LARGEST_FILE);
    }

    @Test
    void keepsTheVideoInTheDirectoryAfterTheEnd() {
        byte[] video = TestBytes.some(99);
        send(MultipartForm.video(video));
        simulator.close();

        assertThat(directory.resolve(videoId).resolve("source.mp4")).hasBinaryContent(video);
        Folders.create(directory.resolve("incoming"));
    }

    @Test
    void recordsTheFile() {
        send(MultipartForm.video(TestBytes.some(77)));

        RecordedRequest request = simulator.requests(RequestKind.SOURCE).get(0);
        assertThat(request.fileName()).isEqualTo("video.mp4");
        assertThat(request.bodyBytes()).isEqualTo(77);
        assertThat(request.partNumber()).isEqualTo(1);
        assertThat(request.contentRange()).isNull();
    }
}
