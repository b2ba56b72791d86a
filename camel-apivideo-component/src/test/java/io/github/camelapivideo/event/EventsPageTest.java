// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.event.EventFixture.Webhook;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of {@code docs/events.md} do what it says. */
class EventsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");
    private static final Pattern ROUTE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @Test
    void theFirstRouteReceivesAnEventThatTheServiceSigns() throws Exception {
        Webhook webhook = fixture.createWebhook();
        property("apivideo.webhook-secret", webhook.secret());
        load("webhookSecret:");

        fixture.emitQuality("vi1", "240p");
        fixture.emitQuality("vi1", "720p");

        await().until(() -> fixture.answers().equals(List.of(202, 202)));
        assertLogged("vi1 can be watched in 720p");
    }

    @Test
    void theRouteThatRegistersItsUrlReceivesAnEvent() throws Exception {
        property("apivideo.public-url", fixture.url().replace("/apivideo/events", ""));
        load("webhookRegistration: reuse");

        fixture.emitQuality("vi1", "240p");

        await().until(() -> fixture.answers().equals(List.of(202)));
        assertLogged("vi1: 240p");
    }

    @Test
    void theRouteThatPollsReceivesAVideoThatCanBePlayed() throws Exception {
        Video video = fixture.apiVideo()
                .upload("", TestVideo.of(10).bytes())
                .getMessage()
                .getBody(Video.class);
        // Its second poll comes after a minute.
        fixture.apiVideo().options().setSince("beginning");

        load("apivideo:videos");

        assertLogged(video.videoId() + " can be watched: " + video.assets().player());
    }

    @Test
    void eachRouteOfThePageIsOneOfThese() throws Exception {
        assertThat(routes()).hasSize(3);
    }

    private void property(String name, String value) {
        fixture.context().getPropertiesComponent().addInitialProperty(name, value);
    }

    private void load(String with) throws Exception {
        String route = routes().stream()
                .filter(text -> text.contains(with))
                .findFirst()
                .orElseThrow();
        PluginHelper.getRoutesLoader(fixture.context()).loadRoutes(ResourceHelper.fromString("page.yaml", route));
    }

    private static List<String> routes() throws Exception {
        return ROUTE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private void assertLogged(String text) {
        await().untilAsserted(() ->
                assertThat(log.lines()).anySatisfy(line -> assertThat(line).endsWith(text)));
    }
}
