// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelegatedUploadTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client account = fixture.client();
    private final Client anonymous = fixture.anonymous();
    private final String token = simulator.createUploadToken(Duration.ZERO);

    private Client.Answer send(String withToken, String range, MultipartForm form) {
        return anonymous.upload("/upload?token=" + withToken, range, form);
    }

    @Test
    void createsAContainerForTheFirstRequest() {
        byte[] video = TestBytes.some(50);

        Client.Answer first = send(token, null, MultipartForm.form().file("file", "holiday.mp4", video));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("title")).isEqualTo("holiday.mp4");
        assertThat(simulator.video(first.text("videoId")).orElseThrow().sha256())
                .isEqualTo(TestBytes.sha256(video));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acceptsLaterPartsWithTheVideoIdBeforeOrAfterTheFile(boolean idFirst) {
        byte[] video = TestBytes.some(SMALLEST + 3);
        String videoId = send(token, "part 1/*", MultipartForm.video(TestBytes.part(video, 1)))
                .text("videoId");
        byte[] rest = TestBytes.part(video, 2);

        Client.Answer last = send(
                token,
                "part 2/2",
                idFirst
                        ? MultipartForm.form().text("videoId", videoId).file("file", "v", rest)
                        : MultipartForm.form().file("file", "v", rest).text("videoId", videoId));

        assertThat(last.status()).isEqualTo(201);
        assertThat(simulator.videos()).hasSize(1);
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(video));
    }

    @Test
    void leavesNoContainerBehindWhenTheFirstRequestIsRefused() {
        assertProblem(
                send(token, "part 1/2", MultipartForm.video(TestBytes.some(5))),
                400,
                "video-content-range-by-part-uploaded-file-too-small");
        assertProblem(
                send(token, "part 1", MultipartForm.video(TestBytes.some(5))), 400, "video-content-range-malformed");
        assertProblem(send(token, null, MultipartForm.form()), 400, "uploaded-file-no-file");
        assertThat(simulator.videos()).isEmpty();
    }

    @Test
    void fillsAContainerThatTheAccountHasCreated() {
        byte[] video = TestBytes.some(50);
        String videoId = account.create("mine");

        Client.Answer sent = send(token, null, MultipartForm.video(video).text("videoId", videoId));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("videoId")).isEqualTo(videoId);
        assertThat(sent.text("title")).isEqualTo("mine");
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(video));
    }

    @Test
    void refusesAContainerOfTheAccountByASwitch() {
        fixture.restart(settings -> settings.refuseAccountVideos(true));
        String videoId = fixture.client().create("mine");
        String anotherToken = fixture.simulator().createUploadToken(Duration.ZERO);

        assertProblem(
                fixture.anonymous()
                        .upload(
                                "/upload?token=" + anotherToken,
                                null,
                                MultipartForm.video(TestBytes.some(5)).text("videoId", videoId)),
                404,
                "resource-not-found",
                "videoId");
    }

    @Test
    void refusesAVideoThatWasMadeWithAnotherToken() {
        String others = send(
                        simulator.createUploadToken(Duration.ZERO),
                        "part 1/*",
                        MultipartForm.video(TestBytes.some(SMALLEST)))
                .text("videoId");

        for (String videoId : new String[] {others, "vi0"}) {
            assertProblem(
                    send(
                            token,
                            "part 2/2",
                            MultipartForm.video(TestBytes.some(5)).text("videoId", videoId)),
                    404,
                    "resource-not-found",
                    "videoId");
        }
    }

    @Test
    void refusesAWrongToken() {
        assertProblem(
                send("wrong", null, MultipartForm.video(TestBytes.some(5))),
                401,
                "authentication-invalid-upload-token");
        assertProblem(
                anonymous.upload("/upload", null, MultipartForm.video(TestBytes.some(5))),
                401,
                "authentication-missing-upload-token");
    }

    @Test
    void refusesATokenThatHasExpiredOrWasDeleted() {
        String brief = simulator.createUploadToken(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        assertProblem(
                send(brief, null, MultipartForm.video(TestBytes.some(5))), 401, "authentication-invalid-upload-token");

        assertThat(account.delete("/upload-tokens/" + token).status()).isEqualTo(204);
        assertProblem(
                send(token, null, MultipartForm.video(TestBytes.some(5))), 401, "authentication-invalid-upload-token");
        assertProblem(account.get("/upload-tokens/" + token), 404, "resource-not-found", "uploadToken");
    }

    @Test
    void refusesTheTokensOfASuspendedAccount() {
        simulator.suspendAccount(true);

        assertProblem(
                send(token, null, MultipartForm.video(TestBytes.some(5))), 403, "authorization-suspended-account");
        assertThat(simulator.videos()).isEmpty();
    }

    @Test
    void createsUploadTokens() {
        Client.Answer made = account.post("/upload-tokens", "{\"ttl\":3600}");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("token")).startsWith("to").hasSize(24);
        assertThat(made.text("createdAt")).isEqualTo("2026-01-01T12:00:00+00:00");
        assertThat(made.text("expiresAt")).isEqualTo("2026-01-01T13:00:00+00:00");
        assertThat(account.get("/upload-tokens/" + made.text("token")).body()).isEqualTo(made.body());
        assertThat(account.post("/upload-tokens", "{}").body().has("expiresAt")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ttl\":-1}", "{\"ttl\":2147483648}", "{\"ttl\":\"1\"}", "{\"ttl\":1.5}"})
    void refusesATokenWithAWrongLife(String json) {
        assertProblem(account.post("/upload-tokens", json), 400, "invalid-attribute", "ttl");
    }

    @Test
    void listsTokensThatAreActive() {
        simulator.createUploadToken(Duration.ofSeconds(10));
        simulator.createUploadToken(Duration.ofSeconds(100));
        clock.advance(Duration.ofSeconds(50));

        Client.Answer list = account.get("/upload-tokens?sortBy=ttl&sortOrder=asc");

        assertThat(list.body().path("data").findValuesAsText("ttl")).containsExactly("0", "100");
        assertThat(list.body().path("pagination").path("itemsTotal").asInt()).isEqualTo(2);
    }

    @Test
    void keepsTokensOutOfTheRecord() {
        String videoId =
                send(token, null, MultipartForm.video(TestBytes.some(5))).text("videoId");
        account.get("/upload-tokens/" + token);

        assertThat(simulator.requests().toString()).doesNotContain(token);
        assertThat(simulator.requests())
                .extracting(RecordedRequest::path)
                .containsExactly("/upload", "/upload-tokens/***");
        assertThat(simulator.requests()).extracting(RecordedRequest::videoId).containsExactly(videoId, null);
    }
}
