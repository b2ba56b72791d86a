// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.account.Player;
import io.github.camelapivideo.api.account.PlayerTheme;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;

/** The requests about players. */
public final class PlayerRequests {

    private static final ResourceKind<Player> KIND =
            new ResourceKind<>("player", Player.class, "playerId", Player::playerId);
    private static final String ONE = "/players/{playerId}";

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
}
