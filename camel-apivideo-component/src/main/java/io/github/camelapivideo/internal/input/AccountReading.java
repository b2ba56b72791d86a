// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.api.account.LiveStreamSettings;
import io.github.camelapivideo.api.account.PlayerTheme;
import io.github.camelapivideo.api.account.SummarySource;
import java.util.List;
import java.util.Set;

/** Reads the payloads of requests about players, live streams and summaries: a header wins over the body, that over an option. */
public final class AccountReading {

    private static final PlayerTheme NO_THEME = new PlayerTheme(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    private static final LiveStreamSettings NO_SETTINGS = new LiveStreamSettings(null, null, null, null);

    private static final SummarySource NO_SOURCE = new SummarySource(null, null);

    private static final int FEWEST_WORDS = 20;
    private static final int MOST_WORDS = 300;
    private static final int MOST_TAKEAWAYS = 3;
    private static final Set<Character.UnicodeScript> NO_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private AccountReading() {}

    /** @throws IllegalArgumentException if a property has a value that it cannot have */
    public static PlayerTheme newPlayer(ExchangeValues values) {
        return new PayloadReading(values).readBody(PlayerTheme.class, AccountInputs.OF_PLAYER);
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or none is set */
    public static PlayerTheme playerUpdate(ExchangeValues values) {
        return notEmpty(new PayloadReading(values).readChanges(PlayerTheme.class, AccountInputs.OF_PLAYER), NO_THEME);
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or the name is missing */
    public static LiveStreamSettings newLiveStream(ExchangeValues values) {
        LiveStreamSettings settings =
                new PayloadReading(values).readBody(LiveStreamSettings.class, AccountInputs.OF_LIVE_STREAM);
        if (settings.name() == null || settings.name().isBlank()) {
            throw new IllegalArgumentException(
                    "name: is missing; set the option, the header CamelApiVideoName, or name in the body");
        }
        return settings;
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or none is set */
    public static LiveStreamSettings liveStreamUpdate(ExchangeValues values) {
        return notEmpty(
                new PayloadReading(values).readChanges(LiveStreamSettings.class, AccountInputs.OF_LIVE_STREAM),
                NO_SETTINGS);
    }

    /** @throws IllegalArgumentException if the text or the takeaways are not as the service wants them, or none is set */
    public static SummarySource summarySource(ExchangeValues values) {
        SummarySource source =
                notEmpty(new PayloadReading(values).readChanges(SummarySource.class, List.of()), NO_SOURCE);
        if (source.text() != null) {
            checkWords(source.text());
        }
        if (source.takeaways() != null && source.takeaways().size() > MOST_TAKEAWAYS) {
            throw new IllegalArgumentException("Body: takeaways: has "
                    + source.takeaways().size() + " entries; allowed are at most " + MOST_TAKEAWAYS);
        }
        return source;
    }

    private static void checkWords(String text) {
        int words = text.trim().split("\\s+").length;
        if (text.codePoints().anyMatch(AccountReading::isWithoutSpaces)) {
            return;
        }
        if (words < FEWEST_WORDS || words > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "Body: abstract: has " + words + " words; allowed are " + FEWEST_WORDS + " to " + MOST_WORDS);
        }
    }

    // Words of these scripts are not divided by spaces, so the service has to count them.
    private static boolean isWithoutSpaces(int letter) {
        return NO_SPACES.contains(Character.UnicodeScript.of(letter));
    }

    private static <T extends Record> T notEmpty(T update, T nothing) {
        if (update.equals(nothing)) {
            throw new IllegalArgumentException("There is nothing to update: set the changes in the body, as a "
                    + update.getClass().getSimpleName() + ", a Map or JSON text, or in headers or options");
        }
        return update;
    }
}
