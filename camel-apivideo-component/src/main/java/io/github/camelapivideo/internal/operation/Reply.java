// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiValue;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.api.ResultList;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.Page;
import io.github.camelapivideo.internal.cleanup.CleanUp;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.input.Inputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The body and headers that an operation puts into the exchange. Other headers stay.
 *
 * @param body null if the exchange keeps its own
 * @param headers a null value removes what an earlier operation left
 */
public record Reply(Object body, Map<String, Object> headers) {

    private static final Object NO_BODY = new Object();

    static Reply upload(UploadResult result) {
        Map<String, Object> headers = about(result.video());
        headers.put(ApiVideoConstants.BYTES, result.bytes() < 0 ? null : result.bytes());
        headers.put(ApiVideoConstants.PARTS, result.parts());
        return new Reply(result.video(), headers);
    }

    /** The body is the video. */
    public static Reply video(Video video) {
        return new Reply(video, about(video));
    }

    /** The body stays: it may be what the parts are cut from. */
    static Reply created(Video video) {
        return new Reply(null, about(video));
    }

    static Reply status(VideoStatus status, ExchangeValues values) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ApiVideoConstants.VIDEO_ID, values.get(Inputs.VIDEO_ID));
        headers.put(ApiVideoConstants.COMPLETE, status.complete());
        headers.put(ApiVideoConstants.PLAYABLE, status.encoding().playable());
        headers.put(
                ApiVideoConstants.PARTS_RECEIVED,
                status.ingest().receivedParts().parts().size());
        return new Reply(status, headers);
    }

    /** The body is the answer. */
    static Reply answer(ApiValue answer) {
        return new Reply(answer, Map.of());
    }

    /** The body is the answer about a resource, and a header has its identifier. */
    static Reply named(Input<?> named, String identifier, ApiValue answer) {
        return new Reply(answer, Map.of(named.header(), identifier));
    }

    /** @param json null if the body of the exchange becomes null */
    static Reply any(int status, String json) {
        return new Reply(json == null ? NO_BODY : json, Map.of(ApiVideoConstants.STATUS_CODE, status));
    }

    /** The exchange stays as it is. */
    static Reply unchanged() {
        return new Reply(null, Map.of());
    }

    /** The body stays; the header that named the resource goes. */
    static Reply deleted(Input<?> named) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(named.header(), null);
        return new Reply(null, headers);
    }

    static Reply deleted() {
        return deleted(Inputs.VIDEO_ID);
    }

    /** @param first a page of the list, for its length */
    static Reply list(Object items, Page<?> first) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ApiVideoConstants.ITEMS_TOTAL, first.itemsTotal());
        headers.put(ApiVideoConstants.PAGES_TOTAL, first.pagesTotal());
        return new Reply(items, headers);
    }

    static Reply abandoned(CleanUp.Result result) {
        return new Reply(new ResultList<>(result.abandoned()), Map.of(ApiVideoConstants.DELETED, result.deleted()));
    }

    static Reply plan(List<PlannedPart> parts) {
        return new Reply(parts, Map.of(ApiVideoConstants.TOTAL_PARTS, parts.size()));
    }

    private static Map<String, Object> about(Video video) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ApiVideoConstants.VIDEO_ID, video.videoId());
        headers.put(ApiVideoConstants.PLAYER_URL, video.assets().player());
        headers.put(ApiVideoConstants.HLS_URL, video.assets().hls());
        headers.put(ApiVideoConstants.MP4_URL, video.assets().mp4());
        headers.put(ApiVideoConstants.THUMBNAIL_URL, video.assets().thumbnail());
        return headers;
    }

    /** Returns the identifier of the video that it is about. */
    String videoId() {
        return (String) headers.get(ApiVideoConstants.VIDEO_ID);
    }

    /** Returns the same reply, which also tells this status of its video. */
    public Reply with(VideoStatus status) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(ApiVideoConstants.COMPLETE, status.complete());
        more.put(ApiVideoConstants.PLAYABLE, status.encoding().playable());
        return new Reply(body, more);
    }

    /** Writes it into the exchange. */
    public void into(Exchange exchange) {
        Message message = exchange.getMessage();
        if (body != null) {
            message.setBody(body == NO_BODY ? null : body);
        }
        headers.forEach((name, value) -> {
            if (value == null) {
                message.removeHeader(name);
            } else {
                message.setHeader(name, value);
            }
        });
    }
}
