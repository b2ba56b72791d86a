// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.account.Player;
import io.github.camelapivideo.api.account.PlayerTheme;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The theme of a player is the body of a message. */
class PlayerTest {

    private static final String WHITE = "rgba(255, 255, 255, .95)";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private Player player(String operation, Object body, Map<String, Object> headers) {
        Exchange exchange = call(operation, body, headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Player.class);
    }

    private static Map<String, Object> named(Player player) {
        return Map.of(ApiVideoConstants.PLAYER_ID, player.playerId());
    }

    static Stream<Object> themes() {
        String json = "{\"link\": \"" + WHITE + "\", \"hideTitle\": true}";
        return Stream.of(
                Map.of("link", WHITE, "hideTitle", true),
                Map.of("link", WHITE, "hideTitle", "true"),
                json,
                json.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                new PlayerTheme(
                        null, null, WHITE, null, null, null, null, null, null, null, null, null, null, null, true,
                        null));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theThemeIsARecordAMapOrJson(Object theme) {
        Player player = player("createPlayer?name=Dark", theme, Map.of());
        assertThat(player.name()).isEqualTo("Dark");
        assertThat(player.link()).isEqualTo(WHITE);
        assertThat(player.hideTitle()).isTrue();
        assertThat(player.enableApi()).isTrue();
    }

    @Test
    void aPlayerNeedsNoTheme() {
        assertThat(player("createPlayer", null, Map.of()).forceLoop()).isFalse();
    }

    @Test
    void theHeaderWinsOverTheBodyAndThatOverTheOption() {
        Map<String, Object> header = Map.of(ApiVideoConstants.NAME, "of header");
        Map<String, Object> body = Map.of("name", "of body");
        assertThat(player("createPlayer?name=option", body, header).name()).isEqualTo("of header");
        assertThat(player("createPlayer?name=option", body, Map.of()).name()).isEqualTo("of body");
        assertThat(player("createPlayer?name=option", null, Map.of()).name()).isEqualTo("option");
        assertThat(player("createPlayer?name=option&allowHeaderOverrides=false", null, header)
                        .name())
                .isEqualTo("option");
    }

    @Test
    void anUpdateSendsOnlyWhatIsSet() {
        Player player = player("createPlayer?name=Dark", Map.of("link", WHITE), Map.of());

        Player updated = player("updatePlayer", Map.of("forceLoop", true), named(player));

        assertThat(updated.forceLoop()).isTrue();
        assertThat(updated.link()).isEqualTo(WHITE);
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsRepeated() {
        Player player = player("createPlayer", null, Map.of());
        fixture.simulator().faults().on("PATCH", "/players/{id}").times(1).then(Fault.loseAnswer());
        assertThat(player("updatePlayer?name=New", null, named(player)).name()).isEqualTo("New");
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        assertThat(call("updatePlayer?playerId=pl1", null, Map.of()).getException())
                .hasMessage("There is nothing to update: set the changes in the body, as a PlayerTheme, a Map or JSON"
                        + " text, or in headers or options");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link | red",
                "text | rgb(1, 2, 3)",
                "backgroundTop | rgba(256, 0, 0, 1)",
                "trackPlayed | rgba(1, 2, 3, 1.1)"
            })
    void aTextThatIsNoColourIsRefused(String property, String colour) {
        assertThat(call("createPlayer", Map.of(property, colour), Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Body: " + property + "=" + colour + ": allowed is rgba(red, green, blue, opacity), with"
                        + " colours from 0 to 255 and an opacity from 0 to 1, as in rgba(255, 255, 255, .95)");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void aNameMayHaveAHundredCharacters() {
        assertThat(player("createPlayer?name=" + "n".repeat(100), null, Map.of())
                        .name())
                .hasSize(100);
        assertThat(call("createPlayer", null, Map.of(ApiVideoConstants.NAME, "n".repeat(101)))
                        .getException())
                .hasMessageStartingWith("Header CamelApiVideoName: name=nnn")
                .hasMessageEndingWith(": has 101 characters; allowed are at most 100");
    }
}
