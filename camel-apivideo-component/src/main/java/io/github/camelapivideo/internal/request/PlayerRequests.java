// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.account.Player;
import io.github.camelapivideo.api.account.PlayerTheme;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import java.util.Map;

/** The requests about players. */
public final class PlayerRequests {

    private static final ResourceKind<Player> KIND =
            new ResourceKind<>("player", Player.class, "playerId", Player::playerId);
    private static final String ONE = "/players/{playerId}";
    private static final String LOGO = "/players/{playerId}/logo";

    private PlayerRequests() {}

    /** Creates a player. */
    public static ApiCall<Player> create(PlayerTheme theme) {
        return ApiCall.post("Creating a player", new RequestBody.Json(theme), "/players")
                .map(KIND::created)
                .onceInDoubt("It is not sent again, because nothing tells two players with the same theme apart. Look"
                        + " for it with listPlayers, and delete it if it is not needed");
    }

    /** Reads a player. */
    public static ApiCall<Player> get(String playerId) {
        return ApiCall.get("Getting player " + playerId, ONE, playerId).map(answer -> KIND.named(answer, playerId));
    }

    /** Changes what the theme sets. */
    public static ApiCall<Player> update(String playerId, PlayerTheme theme) {
        return ApiCall.patch("Updating player " + playerId, new RequestBody.Json(theme), ONE, playerId)
                .map(answer -> KIND.named(answer, playerId));
    }

    /**
     * Deletes a player. A player that does not exist counts as deleted.
     *
     * @return a call whose value is true if the player existed
     */
    public static ApiCall<Boolean> delete(String playerId) {
        return ApiCall.delete("Deleting player " + playerId, ONE, playerId);
    }

    /**
     * Sends an image as the logo of a player.
     *
     * @param link the URL that a click on the logo opens; null for none
     */
    public static AssetCall<Player> uploadLogo(String playerId, String link) {
        return AssetCall.of(
                form -> ApiCall.post("Uploading the logo of player " + playerId, withLink(form, link), LOGO, playerId)
                        .countingAs(Budget.SMALL_FILES)
                        .map(answer -> KIND.named(answer, playerId)));
    }

    private static RequestBody.File withLink(RequestBody.File form, String link) {
        return new RequestBody.File(
                link == null ? Map.of() : Map.of("link", link), null, form.fileName(), form.content(), form.written());
    }

    /**
     * Deletes the logo of a player. A player without a logo counts as done.
     *
     * @return a call whose value is true if there was a logo
     */
    public static ApiCall<Boolean> deleteLogo(String playerId) {
        return ApiCall.delete("Deleting the logo of player " + playerId, LOGO, playerId);
    }
}
