// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DiscardedVideosTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("discarded");

    @BeforeEach
    void prepare() {
        client.create("other");
        simulator.discard(videoId);
    }

    @Test
    void hidesADiscardedVideoFromAllOtherRoutes() {
        assertThat(client.get("/videos").body().path("data"))
                .singleElement()
                .satisfies(video -> assertThat(video.path("title").asText()).isEqualTo("other"));
        assertProblem(client.get("/videos/" + videoId), 404, "resource-not-found");
        assertProblem(client.get("/videos/" + videoId + "/status"), 404, "resource-not-found");
        assertProblem(client.whole(videoId, TestBytes.some(10)), 404, "resource-not-found");
        assertProblem(client.patch("/videos/" + videoId, "{\"title\":\"t\"}"), 404, "resource-not-found");
        assertProblem(client.delete("/videos/" + videoId), 404, "resource-not-found");
        assertThat(client.get("/vod/" + videoId).status()).isEqualTo(404);
        assertThat(simulator.video(videoId)).isEmpty();
        assertThat(simulator.videos()).hasSize(1);
        assertThat(simulator.deletedVideoIds()).isEmpty();
    }

    @Test
    void listsDiscardedVideos() {
        Client.Answer list = client.get("/discarded/videos?title=disc");

        assertThat(list.body().path("pagination").path("itemsTotal").asInt()).isEqualTo(1);
        assertThat(list.body().path("data").get(0))
                .isEqualTo(client.get("/discarded/videos/" + videoId).body());
        assertThat(client.get("/discarded/videos?title=other").body().path("data"))
                .isEmpty();
        assertThat(simulator.requests(RequestKind.DISCARDED)).hasSize(3);
    }

    @Test
    void statesWhenADiscardedVideoIsDeleted() {
        Client.Answer video = client.get("/discarded/videos/" + videoId);

        assertThat(video.body().path("discarded").asBoolean()).isTrue();
        assertThat(video.body().path("assets").isNull()).isTrue();
        assertThat(Duration.between(
                        OffsetDateTime.parse(video.text("discardedAt")), OffsetDateTime.parse(video.text("deletesAt"))))
                .isEqualTo(Duration.ofDays(90));
    }

    @Test
    void restoresADiscardedVideo() {
        Client.Answer restored = client.patch("/discarded/videos/" + videoId, "{\"discarded\":false}");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.body().path("discarded").asBoolean()).isFalse();
        assertThat(restored.body()).isEqualTo(client.get("/videos/" + videoId).body());
        assertThat(client.whole(videoId, TestBytes.some(10)).status()).isEqualTo(201);
        assertProblem(client.get("/discarded/videos/" + videoId), 404, "resource-not-found");
    }

    @Test
    void refusesOtherChangesOfADiscardedVideo() {
        String path = "/discarded/videos/" + videoId;
        for (String body : new String[] {"{\"discarded\":true}", "{\"discarded\":\"false\"}"}) {
            assertProblem(client.patch(path, body), 400, "invalid-attribute", "discarded");
        }
        assertProblem(client.patch(path, "{}"), 400, "attribute-required", "discarded");
        assertProblem(client.patch(path, "{\"discarded\":false,\"title\":\"t\"}"), 400, "invalid-attribute", "title");
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void destroysADeletedVideoByDefault() {
        String other = simulator.videos().get(0).videoId();

        assertThat(client.delete("/videos/" + other).status()).isEqualTo(204);

        assertProblem(client.get("/discarded/videos/" + other), 404, "resource-not-found", "videoId");
    }

    @Test
    void discardsADeletedVideoOfAnAccountThatCanRestoreIt() {
        MovableClock clock = new MovableClock();
        Client account = fixture.restart(settings -> settings.videoRestore(true).clock(clock))
                .client();
        String deleted = account.create("deleted");

        assertThat(account.delete("/videos/" + deleted).status()).isEqualTo(204);

        assertProblem(account.get("/videos/" + deleted), 404, "resource-not-found", "videoId");
        assertProblem(account.delete("/videos/" + deleted), 404, "resource-not-found", "videoId");
        assertThat(account.get("/discarded/videos/" + deleted).text("deletesAt"))
                .isEqualTo("2026-04-01T12:00:00+00:00");
        assertThat(fixture.simulator().deletedVideoIds()).containsExactly(deleted);
        assertThat(account.patch("/discarded/videos/" + deleted, "{\"discarded\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(account.get("/videos/" + deleted).status()).isEqualTo(200);
        assertProblem(
                account.patch("/discarded/videos/" + deleted, "{\"discarded\":false}"), 404, "resource-not-found");
    }

    @Test
    void destroysADiscardedVideoAfterNinetyDays() {
        MovableClock clock = new MovableClock();
        Client account = fixture.restart(settings -> settings.videoRestore(true).clock(clock))
                .client();
        String deleted = account.create("deleted");
        account.delete("/videos/" + deleted);

        clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(account.get("/discarded/videos").body().path("data")).hasSize(1);
        clock.advance(Duration.ofSeconds(1));

        assertProblem(account.get("/discarded/videos/" + deleted), 404, "resource-not-found", "videoId");
        assertThat(account.get("/discarded/videos").body().path("data")).isEmpty();
        assertProblem(account.get("/videos/" + deleted), 404, "resource-not-found", "videoId");
    }

    @Test
    void removesDiscardedVideosOnReset() {
        simulator.reset();

        assertThat(client.get("/discarded/videos").body().path("data")).isEmpty();
    }

    @Test
    void refusesToDiscardAVideoThatIsDiscarded() {
        assertThatThrownBy(() -> simulator.discard(videoId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no video " + videoId);
    }
}
