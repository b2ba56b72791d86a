// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.internal.cleanup.CleanUp;
import io.github.camelapivideo.internal.input.ConfigurationCheck;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.Options;
import java.time.Duration;

/**
 * The options of {@code apivideo:videos} as values. Immutable.
 *
 * @param emit the moment at which a route gets a video
 * @param maxMessagesPerPoll the largest number of videos that a poll gives to the route; 0 for no limit
 * @param maxAge the age from which an incomplete container counts as abandoned
 */
public record PollSettings(Emit emit, Since since, int maxMessagesPerPoll, Duration maxAge) {

    public PollSettings {
        if (maxMessagesPerPoll < 0) {
            throw new IllegalArgumentException(
                    "maxMessagesPerPoll=" + maxMessagesPerPoll + ": allowed is a whole number, 0 for no limit");
        }
    }

    /** @throws IllegalArgumentException if an option has a value that cannot be used */
    public static PollSettings of(Options options) {
        if (options.filled("apiKey") == null) {
            throw new IllegalArgumentException("apiKey: is missing; apivideo:videos asks the account");
        }
        ConfigurationCheck.checkRetries(options);
        Emit emit = Choice.of(Emit.class, "emit", options.text("emit"));
        Duration maxAge = options.duration("maxAge");
        return new PollSettings(
                emit,
                emit == Emit.abandoned ? Since.BEGINNING : Since.of(options.text("since")),
                (int) options.number("maxMessagesPerPoll"),
                emit == Emit.abandoned ? CleanUp.checked(maxAge) : maxAge);
    }
}
