// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;

/**
 * A player as the service describes it. Immutable. {@link PlayerTheme} explains the properties that can be set.
 *
 * @param playerId the identifier of the player; never null
 * @param createdAt the time of the creation
 * @param updatedAt the time of the last change
 * @param assets the logo; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Player(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String playerId,

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
        Boolean forceLoop,
        String createdAt,
        String updatedAt,
        Assets assets)
        implements ApiValue {

    public Player {
        assets = assets == null ? Assets.NONE : assets;
    }

    /**
     * The logo of a player.
     *
     * @param logo the URL of the image; null if there is none
     * @param link the URL that a click on the logo opens; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Assets(String logo, String link) {
        static final Assets NONE = new Assets(null, null);
    }
}
