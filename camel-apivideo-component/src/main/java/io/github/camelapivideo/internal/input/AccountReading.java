// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.api.account.LiveStreamSettings;
import io.github.camelapivideo.api.account.PlayerTheme;

/** Reads the payloads of requests about players and live streams: a header wins over the body, that over an option. */
public final class AccountReading {

    private static final PlayerTheme NO_THEME = new PlayerTheme(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    private static final LiveStreamSettings NO_SETTINGS = new LiveStreamSettings(null, null, null, null);

    private AccountReading() {}

    /** @throws IllegalArgumentException if a property has a value that it cannot have */
    public static PlayerTheme newPlayer(ExchangeValues values) {
        return new PayloadReading(values).readBody(PlayerTheme.class, AccountInputs.OF_PLAYER);
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or none is set */
    public static PlayerTheme playerUpdate(ExchangeValues values) {
        return notEmpty(newPlayer(values), NO_THEME);
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or the name is missing */
    public static LiveStreamSettings newLiveStream(ExchangeValues values) {
        LiveStreamSettings settings = liveStream(values);
        if (settings.name() == null || settings.name().isBlank()) {
            throw new IllegalArgumentException(
                    "name: is missing; set the option, the header CamelApiVideoName, or name in the body");
        }
        return settings;
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or none is set */
    public static LiveStreamSettings liveStreamUpdate(ExchangeValues values) {
        return notEmpty(liveStream(values), NO_SETTINGS);
    }

    private static LiveStreamSettings liveStream(ExchangeValues values) {
        return new PayloadReading(values).readBody(LiveStreamSettings.class, AccountInputs.OF_LIVE_STREAM);
    }

    private static <T extends Record> T notEmpty(T update, T nothing) {
        if (update.equals(nothing)) {
            throw new IllegalArgumentException("There is nothing to update: set the changes in the body, as a "
                    + update.getClass().getSimpleName() + ", a Map or JSON text, or in headers or options");
        }
        return update;
    }
}
