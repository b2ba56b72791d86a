// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.api.Repeated;
import java.util.List;

/**
 * The properties of a new live stream, or their changes. Every property may be null: a new stream, which needs a name,
 * then has the service's default, and an existing one keeps what it has. Immutable.
 *
 * <p>The constructor checks the restreams. It throws an {@link IllegalArgumentException} that names the property and the
 * allowed values, and no stream key.
 *
 * <pre>{@code
 * Restream other = new Restream("Other", "rtmp://live.example.org/app", streamKey);
 * LiveStreamSettings show = new LiveStreamSettings("Show", true, null, List.of(other));
 * LiveStream stream = template.requestBody("apivideo:createLiveStream", show, LiveStream.class);
 * }</pre>
 *
 * @param name the name
 * @param isPublic true if the stream needs no private token to watch; {@code public} in JSON
 * @param playerId the identifier of the player that shows the stream
 * @param restreams other services that receive the stream, at most 5; they replace all that there were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveStreamSettings(
        String name, @JsonProperty("public") Boolean isPublic, String playerId, List<Restream> restreams) {

    private static final int MOST_RESTREAMS = 5;

    public LiveStreamSettings {
        if (restreams != null) {
            check(restreams);
            restreams = List.copyOf(restreams);
        }
    }

    private static void check(List<Restream> restreams) {
        if (restreams.size() > MOST_RESTREAMS) {
            throw new IllegalArgumentException(
                    "restreams: has " + restreams.size() + " entries; allowed are at most " + MOST_RESTREAMS);
        }
        for (int i = 0; i < restreams.size(); i++) {
            check("restreams[" + i + "]", restreams.get(i));
        }
    }

    private static void check(String place, Restream restream) {
        if (restream == null) {
            throw new IllegalArgumentException(place + ": is missing; allowed are name, serverUrl and streamKey");
        }
        checkText(place + ".name", restream.name());
        checkText(place + ".serverUrl", restream.serverUrl());
        checkText(place + ".streamKey", restream.streamKey());
        if (!restream.serverUrl().matches("rtmps?://[^/\\s]+/\\S+")) {
            throw new IllegalArgumentException(place + ".serverUrl=" + Repeated.address(restream.serverUrl())
                    + ": allowed is rtmp://host/app or rtmps://host/app");
        }
    }

    private static void checkText(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + ": is missing; allowed is a text");
        }
    }
}
