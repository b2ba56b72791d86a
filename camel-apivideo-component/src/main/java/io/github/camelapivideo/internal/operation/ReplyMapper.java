// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.UploadResult;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A video, or a complete upload, as body and headers. Other headers stay.
 *
 * @param body null if the exchange keeps its own
 * @param headers a null value takes away what an earlier upload left
 */
record ReplyMapper(Video body, Map<String, Object> headers) {

    static ReplyMapper of(UploadResult result) {
        ReplyMapper reply = of(result.video());
        reply.headers.put(ApiVideoConstants.BYTES, result.bytes() < 0 ? null : result.bytes());
        reply.headers.put(ApiVideoConstants.PARTS, result.parts());
        return reply;
    }

    static ReplyMapper of(Video video) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ApiVideoConstants.VIDEO_ID, video.videoId());
        headers.put(ApiVideoConstants.PLAYER_URL, video.assets().player());
        headers.put(ApiVideoConstants.HLS_URL, video.assets().hls());
        headers.put(ApiVideoConstants.MP4_URL, video.assets().mp4());
        headers.put(ApiVideoConstants.THUMBNAIL_URL, video.assets().thumbnail());
        return new ReplyMapper(video, headers);
    }

    /** The same for an exchange whose body is to stay. */
    ReplyMapper withoutBody() {
        return new ReplyMapper(null, headers);
    }

    void into(Exchange exchange) {
        Message message = exchange.getMessage();
        if (body != null) {
            message.setBody(body);
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
