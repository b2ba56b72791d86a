// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.text.Secret;
import java.util.List;

/** The inputs of the operations about what an account has beside its videos. */
public final class AccountInputs {

    // Not an option: the option of this name opens an endpoint without an account, and a credential belongs into no
    // URI.
    public static final Input<Secret> UPLOAD_TOKEN =
            Input.inHeader("uploadToken", ApiVideoConstants.UPLOAD_TOKEN, AccountInputs::uploadToken);

    public static final Input<Long> TTL = Input.read("ttl", ApiVideoConstants.TTL, AccountInputs::seconds);

    public static final Input<String> PLAYER_ID = Inputs.identifier("playerId", ApiVideoConstants.PLAYER_ID);

    private static final Input<Object> NAME = Input.property("name", ApiVideoConstants.NAME, String.class);

    /** The properties of a player beside its body. */
    public static final List<Input<?>> OF_PLAYER = List.of(NAME);

    /** The properties of a live stream beside its body. */
    public static final List<Input<?>> OF_LIVE_STREAM = List.of(
            NAME,
            Input.property("public", ApiVideoConstants.PUBLIC, Boolean.class),
            Input.property("playerId", ApiVideoConstants.PLAYER_ID, String.class));

    private static final String TOKEN_FORM = "[A-Za-z0-9_-]{1,100}";
    private static final String WHOLE_NUMBER = "\\d{1,10}";

    private AccountInputs() {}

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
