// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ApiVideoSimulatorExtension.class)
class HttpExampleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CURL = Pattern.compile("```sh\n(curl .*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Server server;
    private UploadClient client;
    private TestVideo video;
    private byte[] bytes;

    @BeforeEach
    void makeVideo() throws Exception {
        Path file = folder.resolve("film.mp4");
        video = TestVideo.write(file, 20);
        bytes = Files.readAllBytes(file);
    }

    @BeforeEach
    void start(ApiVideoSimulator simulator) {
        server = Server.start(simulator);
        client = UploadClient.of(server.page());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithThePlayer(ApiVideoSimulator simulator) throws Exception {
        HttpResponse<String> answer = client.put("uploads/one?name=film.mp4&title=My%20film", bytes);

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode upload = UploadClient.json(answer);
        assertThat(upload.get("state").asText()).isEqualTo("complete");
        assertThat(upload.get("bytes").asLong()).isEqualTo(video.length());
        String player = upload.get("player").asText();
        assertThat(answer.headers().firstValue("Location")).hasValue(player);
        assertThat(client.get(player).body()).contains("<video");
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.title()).isEqualTo("My film");
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
        assertThat(client.upload("one").get("playable").asBoolean()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCommandsOfTheReadmeUploadTheVideo(ApiVideoSimulator simulator) throws Exception {
        Matcher commands = CURL.matcher(Files.readString(Path.of("README.md")));
        assertThat(commands.find()).isTrue();
        String here = commands.group(1)
                .replace("http://127.0.0.1:8080/", server.page().toString());
        Path answers = folder.resolve("answers.txt");

        Process shell = new ProcessBuilder("bash", "-euc", here)
                .directory(folder.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(shell.waitFor()).isZero();
        assertThat(answers).content().contains("\"state\":\"complete\"", "\"playable\":true");
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.title()).isEqualTo("film.mp4");
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void theFirstPartsAreAtTheServiceBeforeTheRequestHasEnded(ApiVideoSimulator simulator) throws Exception {
        // Progress is reported at most ten times a second, and no byte is sent after this part.
        simulator.faults().on(RequestKind.SOURCE).part(1).then(Fault.delay(Duration.ofMillis(300)));
        HalfBody body = new HalfBody(bytes);
        CompletableFuture<HttpResponse<String>> answer = client.put("uploads/half?name=film.mp4", body.publisher());

        await().atMost(PATIENCE).until(() -> acceptedParts(simulator) == 1);
        await().atMost(PATIENCE).until(() -> client.upload("half").get("parts").asInt() == 1);
        JsonNode upload = client.upload("half");
        assertThat(upload.get("state").asText()).isEqualTo("running");
        assertThat(upload.get("percent").asInt()).isBetween(25, 50);
        assertThat(upload.get("length").asLong()).isEqualTo(video.length());
        assertThat(answer).isNotDone();

        body.letGo();
        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.title()).isEqualTo("film.mp4");
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    @Test
    void anOperatorSeesAnUploadAndCancelsIt(ApiVideoSimulator simulator) throws Exception {
        assertThat(client.get("operations").body()).contains("/operations.js");
        assertThat(client.get("operations/uploads").body()).isEqualTo("[]");
        HalfBody body = new HalfBody(bytes);
        CompletableFuture<HttpResponse<String>> answer =
                client.put("uploads/cancelled?name=film.mp4", body.publisher());
        JsonNode row = await().atMost(PATIENCE)
                .until(
                        () -> UploadClient.json(client.get("operations/uploads"))
                                .path(0),
                        upload -> upload.path("percent").asInt() >= 25);
        assertThat(row.get("name").asText()).isEqualTo("film.mp4");
        assertThat(row.get("state").asText()).isEqualTo("running");
        assertThat(row.get("videoId").asText())
                .isEqualTo(simulator.videos().get(0).videoId());
        assertThat(row.get("percent").asInt()).isBetween(25, 50);
        assertThat(row.get("bytes").asLong()).isBetween(video.length() / 4, video.length() / 2);
        assertThat(row.get("length").asLong()).isEqualTo(video.length());
        assertThat(row.get("bytesPerSecond").asDouble()).isPositive();
        String cancel = "operations/uploads/" + row.get("id").asText() + "/cancel";

        assertThat(client.get(cancel).statusCode()).isEqualTo(405);
        assertThat(client.upload("cancelled").get("state").asText()).isEqualTo("running");
        assertThat(client.post(cancel, new byte[0], "text/plain").statusCode()).isEqualTo(204);

        await().atMost(PATIENCE)
                .until(() -> client.upload("cancelled").get("state").asText().equals("failed"));
        assertThat(simulator.videos()).isEmpty();
        assertThat(client.get("operations/uploads").body()).isEqualTo("[]");
        assertThat(client.post(cancel, new byte[0], "text/plain").statusCode()).isEqualTo(404);
        body.letGo();
        assertThat(answer.get().statusCode()).isEqualTo(503);
        assertThat(answer.get().body()).contains("The upload was cancelled");
    }

    @Test
    void anUploadThatIsUnderWayIsNotBegunAgain() throws Exception {
        HalfBody body = new HalfBody(bytes);
        CompletableFuture<HttpResponse<String>> first = client.put("uploads/same", body.publisher());
        await().atMost(PATIENCE).until(() -> client.get("uploads/same").statusCode() == 200);

        assertProblem(client.put("uploads/same", bytes), 409);
        assertThat(client.upload("same").get("state").asText()).isEqualTo("running");
        body.letGo();
        assertThat(first.get().statusCode()).isEqualTo(201);
    }

    @Test
    void whatIsNoVideoIsNotTaken(ApiVideoSimulator simulator) throws Exception {
        assertThat(assertProblem(client.put("uploads/empty", new byte[0]), 400)
                        .get("detail")
                        .asText())
                .startsWith("The body is empty");
        assertProblem(client.put("uploads/form", bytes, "Content-Type", "multipart/form-data; boundary=x"), 415);
        assertProblem(client.put("uploads/a%20b", bytes), 400);
        assertProblem(client.get("uploads/a%0AWARN%20forged"), 400);
        assertThat(assertProblem(client.get("uploads/nobody"), 404).toString()).doesNotContain("nobody");
        assertThat(simulator.requests(RequestKind.CREATE)).isEmpty();
    }

    @Test
    void aTextIsRefusedBeforeAnythingIsSent(ApiVideoSimulator simulator) throws Exception {
        byte[] notes = "Buy milk, and call the cutter.\n".repeat(100).getBytes(StandardCharsets.UTF_8);

        JsonNode problem = assertProblem(client.put("uploads/notes?name=notes.txt", notes), 400);

        assertThat(problem.get("title").asText()).isEqualTo("This is no video");
        assertThat(simulator.requests(RequestKind.CREATE)).isEmpty();
    }

    @Test
    void aVideoThatCannotBeEncodedHasFailed(ApiVideoSimulator simulator) throws Exception {
        String videoId = UploadClient.json(client.put("uploads/odd", bytes))
                .get("videoId")
                .asText();
        simulator.failEncoding(videoId);

        JsonNode upload = client.upload("odd");

        assertThat(upload.get("state").asText()).isEqualTo("failed");
        assertThat(upload.get("problem").get("title").asText()).isEqualTo("api.video cannot play this file");
    }

    @Test
    void aLateAnswerAboutAnEarlierVideoChangesNothing(ApiVideoSimulator simulator) throws Exception {
        String videoId = UploadClient.json(client.put("uploads/again", bytes))
                .get("videoId")
                .asText();
        CountDownLatch held = new CountDownLatch(1);
        simulator.faults().on(RequestKind.STATUS).times(1).then(Fault.hold(held));
        CompletableFuture<HttpResponse<String>> late = client.getLater("uploads/again");
        await().atMost(PATIENCE).until(() -> simulator.faults().injected() == 1);
        simulator.failEncoding(videoId);
        assertThat(client.upload("again").get("state").asText()).isEqualTo("failed");
        assertThat(client.put("uploads/again", bytes).statusCode()).isEqualTo(201);

        held.countDown();

        assertThat(UploadClient.json(late.get()).get("state").asText()).isEqualTo("complete");
        assertThat(client.upload("again").get("playable").asBoolean()).isTrue();
    }

    @Test
    void anUploadIsSearchedForBeforeItIsThere() throws Exception {
        assertThat(client.get("uploads?id=soon").body()).isEqualTo("[]");

        client.put("uploads/soon", bytes);

        assertThat(UploadClient.json(client.get("uploads?id=soon"))
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("complete");
    }

    @Test
    void aFormIsToldWhatTheUrlIsFor(ApiVideoSimulator simulator) throws Exception {
        HttpResponse<String> answer = client.post("uploads/form", bytes, "multipart/form-data; boundary=x");

        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, PUT");
        assertThat(client.post("uploads", bytes, "application/x-www-form-urlencoded")
                        .headers()
                        .firstValue("Allow"))
                .hasValue("GET");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aVideoThatTheServiceRefusesIsTheClientsProblem(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.problem(400, "uploaded-file-invalid-file"));

        JsonNode problem = assertProblem(client.put("uploads/refused", bytes), 422);

        assertThat(problem.get("reason").asText()).isEqualTo("uploaded-file-invalid-file");
        assertThat(client.upload("refused").get("state").asText()).isEqualTo("failed");
        assertThat(client.upload("refused").get("problem").get("status").asInt())
                .isEqualTo(422);
        assertThat(simulator.videos()).isEmpty();

        simulator.faults().clear();
        assertThat(client.put("uploads/refused", bytes).statusCode()).isEqualTo(201);
    }

    @Test
    void aServiceThatDoesNotAnswerIsNot(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.status(503));
        assertProblem(client.put("uploads/unreachable", bytes), 503);
    }

    @Test
    void aSuspendedAccountIsOurs(ApiVideoSimulator simulator) throws Exception {
        simulator.suspendAccount(true);
        assertThat(assertProblem(client.put("uploads/suspended", bytes), 502).toString())
                .doesNotContain(simulator.apiKey());
    }

    @Test
    void aRequestThatBreaksOffLeavesNothing(ApiVideoSimulator simulator) throws Exception {
        URI page = client.page();
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = "PUT /uploads/gone HTTP/1.1\r\nHost: here\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            await().atMost(PATIENCE).until(() -> acceptedParts(simulator) == 1);
        }
        await().atMost(PATIENCE)
                .until(() -> client.upload("gone").get("state").asText().equals("failed"));
        assertThat(client.upload("gone").get("problem").get("title").asText()).isEqualTo("The request broke off");
        assertThat(simulator.videos()).isEmpty();
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = UploadClient.json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        return problem;
    }

    private static long acceptedParts(ApiVideoSimulator simulator) {
        return simulator.requests(RequestKind.SOURCE).stream()
                .map(RecordedRequest::status)
                .filter(status -> status == 201)
                .count();
    }
}
