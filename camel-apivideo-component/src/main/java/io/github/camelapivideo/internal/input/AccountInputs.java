// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Repeated;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.text.Secret;
import java.util.Arrays;
import java.util.List;

/** The inputs of the operations about what an account has beside its videos. */
public final class AccountInputs {

    // Not an option: the option of this name opens an endpoint without an account, and a credential belongs into no
    // URI.
    public static final Input<Secret> UPLOAD_TOKEN =
            Input.inHeader("uploadToken", ApiVideoConstants.UPLOAD_TOKEN, AccountInputs::uploadToken);

    public static final Input<Long> TTL = Input.read("ttl", ApiVideoConstants.TTL, AccountInputs::seconds);

    public static final Input<String> PLAYER_ID = Inputs.identifier("playerId", ApiVideoConstants.PLAYER_ID);

    public static final Input<String> NAME_FILTER = Input.text("name", ApiVideoConstants.NAME);

    // Not an option: a credential belongs into no URI.
    public static final Input<Secret> STREAM_KEY =
            Input.inHeader("streamKey", ApiVideoConstants.STREAM_KEY, Secret::new);

    public static final Input<String> WEBHOOK_ID = Inputs.identifier("webhookId", ApiVideoConstants.WEBHOOK_ID);
    public static final Input<String> WEBHOOK_URL =
            Input.read("webhookUrl", ApiVideoConstants.WEBHOOK_URL, AccountInputs::url);
    public static final Input<List<String>> EVENTS =
            Input.read("events", ApiVideoConstants.EVENTS, AccountInputs::events);

    public static final Input<String> SUMMARY_ID = Inputs.identifier("summaryId", ApiVideoConstants.SUMMARY_ID);
    public static final Input<String> ORIGIN = Input.read(
            "origin", ApiVideoConstants.ORIGIN, text -> ListInputs.word("origin", text, List.of("auto", "api")));
    public static final Input<String> SOURCE_STATUS = Input.text("sourceStatus", ApiVideoConstants.SOURCE_STATUS);
    public static final Input<List<String>> SUMMARY_ATTRIBUTES =
            Input.read("summaryAttributes", ApiVideoConstants.SUMMARY_ATTRIBUTES, AccountInputs::summaryAttributes);

    public static final Input<String> VALUE = Input.text("value", ApiVideoConstants.VALUE);

    private static final Input<Object> NAME = Input.property("name", ApiVideoConstants.NAME, String.class);

    /** The properties of a player beside its body. */
    public static final List<Input<?>> OF_PLAYER = List.of(NAME);

    /** The properties of a live stream beside its body. */
    public static final List<Input<?>> OF_LIVE_STREAM = List.of(
            NAME,
            Input.property("public", ApiVideoConstants.PUBLIC, Boolean.class),
            Input.property("playerId", ApiVideoConstants.PLAYER_ID, String.class));

    private static final String TOKEN_FORM = "[A-Za-z0-9_-]{1,100}";
    private static final String URL_FORM = "(?i)https?://[^/?#\\s]+([/?#]\\S*)?";
    private static final String EVENT_FORM = "[A-Za-z0-9._-]{1,100}";
    private static final String WHOLE_NUMBER = "\\d{1,10}";

    private AccountInputs() {}

    /** Returns the only event that is named; null if none is. */
    public static String oneEvent(List<String> events) {
        if (events != null && events.size() > 1) {
            throw new IllegalArgumentException(NamedValue.of("events", String.join(",", events))
                    + ": allowed is one event, whose webhooks are listed");
        }
        return events == null ? null : events.get(0);
    }

    private static List<String> events(String text) {
        List<String> events = words(text);
        if (events.isEmpty() || !events.stream().allMatch(event -> event.matches(EVENT_FORM))) {
            throw new IllegalArgumentException(NamedValue.of("events", text)
                    + ": allowed are names of events separated by commas, as in video.encoding.quality.completed");
        }
        return events;
    }

    private static List<String> summaryAttributes(String text) {
        List<String> words = words(text);
        words.forEach(word -> ListInputs.word("summaryAttributes", word, List.of("abstract", "takeaways")));
        return words;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String url(String text) {
        if (!text.matches(URL_FORM)) {
            throw new IllegalArgumentException("webhookUrl=" + Repeated.address(text)
                    + ": allowed is a URL that begins with http:// or https:// and has a host");
        }
        return text;
    }

    private static Secret uploadToken(String text) {
        if (!text.matches(TOKEN_FORM)) {
            throw new IllegalArgumentException("Header " + ApiVideoConstants.UPLOAD_TOKEN
                    + ": has characters that no upload token has; allowed are letters, digits, - and _");
        }
        return new Secret(text);
    }

    private static long seconds(String text) {
        if (!text.matches(WHOLE_NUMBER) || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    NamedValue.of("ttl", text) + ": allowed is a whole number of seconds from 0,"
                            + " for a token that never expires, to " + Integer.MAX_VALUE);
        }
        return Long.parseLong(text);
    }
}
