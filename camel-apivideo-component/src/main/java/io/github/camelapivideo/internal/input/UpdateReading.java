// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.VideoUpdate;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.option.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the changes of a video out of an exchange: what a header or the endpoint says, and nothing else. */
public final class UpdateReading {

    /** The name of the option that removes the player of a video. */
    private static final String REMOVE_PLAYER = "removePlayer";

    private static final String PLAYER_ID = "playerId";
    private static final String WHOLE = "Header " + ApiVideoConstants.UPDATE;

    private static final Input<Object> UPDATE = Input.objectInHeader("update", ApiVideoConstants.UPDATE, Object.class);

    // A video is clipped and watermarked when it is created.
    private static final Set<String> FIXED = Set.of("clip", "watermark");

    private static final List<Input<?>> PROPERTIES = Inputs.PROPERTIES.stream()
            .filter(property -> !FIXED.contains(property.name()))
            .toList();

    public static final List<Input<?>> INPUTS = inputs();

    private UpdateReading() {}

    private static List<Input<?>> inputs() {
        List<Input<?>> all = new ArrayList<>(PROPERTIES);
        all.addAll(List.of(UPDATE, Input.fixed(REMOVE_PLAYER)));
        return List.copyOf(all);
    }

    /** @throws IllegalArgumentException if a property has a value that it cannot have, or if none is set */
    public static VideoUpdate of(ExchangeValues values) {
        Map<String, Object> whole = Payloads.properties(WHOLE, values.header(UPDATE), VideoUpdate.class);
        checkNulls(whole);
        VideoUpdate update = new PayloadReading(values).read(VideoUpdate.class, UPDATE, PROPERTIES);
        VideoUpdate all = removesPlayer(values, whole) ? update.withoutPlayer() : update;
        if (all.changesNothing()) {
            throw new IllegalArgumentException("updateVideo: there is nothing to change; set one of the options "
                    + PROPERTIES.stream().map(Input::option).collect(Collectors.joining(", ")) + ", " + REMOVE_PLAYER
                    + " on the endpoint, one of their headers, or the header " + ApiVideoConstants.UPDATE);
        }
        return all;
    }

    // The service does not say what another property is after a null.
    private static void checkNulls(Map<String, Object> whole) {
        whole.forEach((property, value) -> {
            if (value == null && !property.equals(PLAYER_ID)) {
                throw new IllegalArgumentException(
                        WHOLE + ": " + NamedValue.of(property, null) + ": allowed is null for playerId alone");
            }
        });
    }

    /** Decides by the first that says anything about the player: its header, the header of all, the options. */
    private static boolean removesPlayer(ExchangeValues values, Map<String, Object> whole) {
        if (values.header(playerId()) != null) {
            return false;
        }
        if (whole.containsKey(PLAYER_ID) || whole.containsKey(REMOVE_PLAYER)) {
            boolean removes = flag(whole.getOrDefault(REMOVE_PLAYER, false));
            checkOne(WHOLE + ": ", removes, whole.get(PLAYER_ID));
            return removes || whole.containsKey(PLAYER_ID) && whole.get(PLAYER_ID) == null;
        }
        Options options = values.settings().options();
        checkOne("", options.flag(REMOVE_PLAYER), options.filled(PLAYER_ID));
        return options.flag(REMOVE_PLAYER);
    }

    private static boolean flag(Object value) {
        String text = String.valueOf(value);
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(
                    WHOLE + ": " + NamedValue.of(REMOVE_PLAYER, value) + ": allowed are true, false");
        }
        return Boolean.parseBoolean(text);
    }

    private static void checkOne(String source, boolean removes, Object playerId) {
        if (removes && playerId != null) {
            throw new IllegalArgumentException(source + "removePlayer=true: not possible with "
                    + NamedValue.of(PLAYER_ID, playerId) + "; allowed is one of them");
        }
    }

    private static Input<?> playerId() {
        return PROPERTIES.stream()
                .filter(property -> property.name().equals(PLAYER_ID))
                .findFirst()
                .orElseThrow();
    }
}
