// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.SourceException;
import io.github.camelapivideo.internal.container.Destination;
import io.github.camelapivideo.internal.container.PartTransport;
import io.github.camelapivideo.internal.part.Part;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;

/** Parts as forms over HTTP. Thread-safe. */
public final class HttpPartTransport implements PartTransport {

    // Measured, docs/performance.md: TLS is up to a tenth faster with more, plain HTTP with what the cache holds.
    private static final int COPY_SIZE = 64 * 1024;
    private static final int TLS_COPY_SIZE = 256 * 1024;

    private final HttpCalls account;
    private final HttpCalls delegated;

    /**
     * @param account carries the parts for containers of the account; null if there is only an upload token
     * @param delegated carries the parts for an upload token, which gets no other credential to see
     */
    public HttpPartTransport(HttpCalls account, HttpCalls delegated) {
        this.account = account;
        this.delegated = delegated;
    }

    @Override
    public Video send(
            Destination destination, String fileName, Part part, LongConsumer written, Cancellation cancellation)
            throws ApiVideoException, SourceException {
        HttpCalls calls = destination.uploadToken() == null ? account : delegated.delegated(destination.uploadToken());
        HttpCalls.Making request = guard -> request(calls, destination, fileName, part, guard, written);
        return calls.call(
                "Part " + part.number(),
                RequestGate.Budget.UPLOADS,
                request,
                cancellation,
                body -> HttpVideoApi.readVideo(body, destination.videoId()));
    }

    private static HttpPost request(
            HttpCalls calls,
            Destination destination,
            String fileName,
            Part part,
            StallGuard guard,
            LongConsumer written) {
        HttpPost post = destination.uploadToken() == null
                ? new HttpPost(calls.uri("videos", destination.videoId(), "source"))
                : calls.delegatedPost();
        if (!part.isWhole()) {
            post.addHeader(HttpHeaders.CONTENT_RANGE, contentRange(part));
        }
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8);
        if (destination.uploadToken() != null && destination.videoId() != null) {
            form.addTextBody("videoId", destination.videoId());
        }
        int copySize = URIScheme.HTTPS.same(post.getScheme()) ? TLS_COPY_SIZE : COPY_SIZE;
        post.setEntity(form.addPart("file", new PartBody(part.content(), fileName, copySize, guard, written))
                .build());
        return post;
    }

    private static String contentRange(Part part) {
        return "part " + part.number() + "/" + (part.total() == Part.UNKNOWN ? "*" : part.total());
    }
}
