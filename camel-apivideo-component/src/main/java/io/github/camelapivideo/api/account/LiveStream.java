// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;
import java.util.List;

/**
 * A live stream as the service describes it. The stream keys are credentials: {@link #toString} hides them, and only the
 * JSON contains them. Immutable.
 *
 * @param liveStreamId the identifier of the live stream; never null
 * @param name the name
 * @param streamKey the key that opens the stream for a broadcast
 * @param isPublic true if the stream needs no private token to watch; {@code public} in JSON
 * @param playerId the identifier of the player that shows the stream
 * @param broadcasting true while someone broadcasts
 * @param restreams other services that receive the stream; never null
 * @param assets the URLs of the player and of the stream; never null
 * @param createdAt the time of the creation
 * @param updatedAt the time of the last change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record LiveStream(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String liveStreamId,

        String name,
        String streamKey,
        @JsonProperty("public") Boolean isPublic,
        String playerId,
        Boolean broadcasting,
        List<Restream> restreams,
        Assets assets,
        String createdAt,
        String updatedAt)
        implements ApiValue {

    public LiveStream {
        restreams = restreams == null ? List.of() : List.copyOf(restreams);
        assets = assets == null ? Assets.NONE : assets;
    }

    /** Hides the stream keys, and the assets: those of a private stream open it. */
    @Override
    public String toString() {
        return "LiveStream[liveStreamId=" + liveStreamId + ", name=" + name + ", streamKey=***, public=" + isPublic
                + ", playerId=" + playerId + ", broadcasting=" + broadcasting + "]";
    }

    /**
     * The URLs at which a live stream can be watched.
     *
     * @param iframe the HTML that embeds the player
     * @param player the URL of the player page
     * @param hls the URL of the HLS manifest
     * @param thumbnail the URL of the poster image
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Assets(String iframe, String player, String hls, String thumbnail) {
        static final Assets NONE = new Assets(null, null, null, null);
    }
}
