// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelapivideo.api.Repeated;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The look and the behaviour of a new player, or their changes. Every property may be null: a new player then has the
 * service's default, and an existing one keeps what it has. Immutable.
 *
 * <p>Colours are texts like {@code rgba(255, 255, 255, .95)}. The constructor checks them and the length of the name. It
 * throws an {@link IllegalArgumentException} that names the property, the value and the allowed values.
 *
 * <pre>{@code
 * from("file:themes")
 *     .unmarshal().json(PlayerTheme.class)
 *     .to("apivideo:createPlayer");
 * }</pre>
 *
 * @param name the name of the player; at most 100 characters
 * @param text the colour of timers and titles
 * @param link the colour of all controls
 * @param linkHover the colour of a control under the pointer
 * @param linkActive the colour of a pressed control
 * @param trackPlayed the colour of the played part of the track
 * @param trackUnplayed the colour of the loaded part that was not played
 * @param trackBackground the colour of the track behind both
 * @param backgroundTop the colour at the top of the gradient
 * @param backgroundBottom the colour at the bottom of the gradient
 * @param backgroundText the colour behind the title
 * @param enableApi true if a page may control the player
 * @param enableControls true if the player shows controls
 * @param forceAutoplay true if the video starts by itself, without sound
 * @param hideTitle true if the player shows no title
 * @param forceLoop true if the video starts again at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlayerTheme(
        String name,
        String text,
        String link,
        String linkHover,
        String linkActive,
        String trackPlayed,
        String trackUnplayed,
        String trackBackground,
        String backgroundTop,
        String backgroundBottom,
        String backgroundText,
        Boolean enableApi,
        Boolean enableControls,
        Boolean forceAutoplay,
        Boolean hideTitle,
        Boolean forceLoop) {

    private static final int LONGEST_NAME = 100;
    private static final String LEVEL = "\\s*(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])\\s*";
    private static final String OPACITY = "\\s*(0|1|1\\.0+|0?\\.\\d+)\\s*";
    private static final String COLOUR = "rgba\\(" + LEVEL + "," + LEVEL + "," + LEVEL + "," + OPACITY + "\\)";

    public PlayerTheme {
        if (name != null && name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name=" + Repeated.text(name) + ": has " + name.length()
                    + " characters; allowed are at most " + LONGEST_NAME);
        }
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("text", text);
        colours.put("link", link);
        colours.put("linkHover", linkHover);
        colours.put("linkActive", linkActive);
        colours.put("trackPlayed", trackPlayed);
        colours.put("trackUnplayed", trackUnplayed);
        colours.put("trackBackground", trackBackground);
        colours.put("backgroundTop", backgroundTop);
        colours.put("backgroundBottom", backgroundBottom);
        colours.put("backgroundText", backgroundText);
        colours.forEach(PlayerTheme::checkColour);
    }

    private static void checkColour(String name, String colour) {
        if (colour != null && !colour.matches(COLOUR)) {
            throw new IllegalArgumentException(name + "=" + Repeated.text(colour)
                    + ": allowed is rgba(red, green, blue, opacity), with colours from 0 to 255 and an opacity from 0"
                    + " to 1, as in rgba(255, 255, 255, .95)");
        }
    }
}
