// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.call.RequestBody;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** The bodies of requests as HttpClient sends them. */
final class RequestEntities {

    // Measured, docs/performance.md: TLS is up to a tenth faster with more, plain HTTP with what the cache holds.
    private static final int COPY_SIZE = 64 * 1024;
    private static final int TLS_COPY_SIZE = 256 * 1024;

    private RequestEntities() {}

    /** @param guard watches the writing of a file */
    static void add(RequestBody body, HttpUriRequestBase request, StallGuard guard) {
        if (body instanceof RequestBody.Json json) {
            request.setEntity(new ByteArrayEntity(VideoJson.bytes(json.value()), ContentType.APPLICATION_JSON));
        } else if (body instanceof RequestBody.File file) {
            addFile(file, request, guard);
        }
    }

    private static void addFile(RequestBody.File file, HttpUriRequestBase request, StallGuard guard) {
        if (file.contentRange() != null) {
            request.addHeader(HttpHeaders.CONTENT_RANGE, file.contentRange());
        }
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8);
        file.fields().forEach(form::addTextBody);
        int copySize = URIScheme.HTTPS.same(request.getScheme()) ? TLS_COPY_SIZE : COPY_SIZE;
        PartBody content = new PartBody(file.content(), file.fileName(), copySize, guard, file.written());
        request.setEntity(form.addPart("file", content).build());
    }
}
