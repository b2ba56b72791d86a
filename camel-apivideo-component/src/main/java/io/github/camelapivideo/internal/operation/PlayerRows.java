// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.AccountInputs.NAME_FILTER;
import static io.github.camelapivideo.internal.input.AccountInputs.OF_LIVE_STREAM;
import static io.github.camelapivideo.internal.input.AccountInputs.OF_PLAYER;
import static io.github.camelapivideo.internal.input.AccountInputs.PLAYER_ID;
import static io.github.camelapivideo.internal.input.AccountInputs.STREAM_KEY;
import static io.github.camelapivideo.internal.input.Inputs.LIVE_STREAM_ID;
import static io.github.camelapivideo.internal.operation.Row.Group.liveStreams;
import static io.github.camelapivideo.internal.operation.Row.Group.players;

import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.Player;
import io.github.camelapivideo.internal.input.AccountReading;
import io.github.camelapivideo.internal.request.LiveStreamRequests;
import io.github.camelapivideo.internal.request.PlayerRequests;
import java.util.List;

/** The operations about players and live streams. */
final class PlayerRows {

    static final Row CREATE_PLAYER = Row.call(
                    players,
                    values -> PlayerRequests.create(AccountReading.newPlayer(values)),
                    (player, values) -> Reply.named(PLAYER_ID, player.playerId(), player))
            .reading(OF_PLAYER);

    static final Row GET_PLAYER = Row.call(
                    players,
                    values -> PlayerRequests.get(values.required(PLAYER_ID)),
                    (player, values) -> Reply.named(PLAYER_ID, player.playerId(), player))
            .reading(PLAYER_ID);

    static final Row UPDATE_PLAYER = Row.call(
                    players,
                    values -> PlayerRequests.update(values.required(PLAYER_ID), AccountReading.playerUpdate(values)),
                    (player, values) -> Reply.named(PLAYER_ID, player.playerId(), player))
            .reading(PLAYER_ID)
            .reading(OF_PLAYER);

    static final Row DELETE_PLAYER = Row.call(
                    players,
                    values -> PlayerRequests.delete(values.required(PLAYER_ID)),
                    (deleted, values) -> Reply.deleted(PLAYER_ID))
            .reading(PLAYER_ID);

    static final Row CREATE_LIVE_STREAM = Row.call(
                    liveStreams,
                    values -> LiveStreamRequests.create(AccountReading.newLiveStream(values)),
                    (stream, values) -> Reply.named(LIVE_STREAM_ID, stream.liveStreamId(), stream))
            .reading(OF_LIVE_STREAM);

    static final Row GET_LIVE_STREAM = Row.call(
                    liveStreams,
                    values -> LiveStreamRequests.get(values.required(LIVE_STREAM_ID)),
                    (stream, values) -> Reply.named(LIVE_STREAM_ID, stream.liveStreamId(), stream))
            .reading(LIVE_STREAM_ID);

    static final Row UPDATE_LIVE_STREAM = Row.call(
                    liveStreams,
                    values -> LiveStreamRequests.update(
                            values.required(LIVE_STREAM_ID), AccountReading.liveStreamUpdate(values)),
                    (stream, values) -> Reply.named(LIVE_STREAM_ID, stream.liveStreamId(), stream))
            .reading(LIVE_STREAM_ID)
            .reading(OF_LIVE_STREAM);

    static final Row DELETE_LIVE_STREAM = Row.call(
                    liveStreams,
                    values -> LiveStreamRequests.delete(values.required(LIVE_STREAM_ID)),
                    (deleted, values) -> Reply.deleted(LIVE_STREAM_ID))
            .reading(LIVE_STREAM_ID);

    static final Row COMPLETE_LIVE_STREAM = Row.call(
                    liveStreams,
                    values -> LiveStreamRequests.complete(values.required(LIVE_STREAM_ID)),
                    (completed, values) -> Reply.unchanged())
            .reading(LIVE_STREAM_ID);

    static final Row LIST_PLAYERS = ListRow.of(players, Player.class, Player::playerId, "/players")
            .sortedBy("createdAt", "name", "updatedAt")
            .row();

    static final Row LIST_LIVE_STREAMS = ListRow.of(
                    liveStreams, LiveStream.class, LiveStream::liveStreamId, "/live-streams")
            .sortedBy("createdAt", "name", "updatedAt")
            .filteredBy(List.of(NAME_FILTER))
            .filteredBySecret(STREAM_KEY)
            .row();

    private PlayerRows() {}
}
