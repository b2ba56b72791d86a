// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import org.apache.camel.builder.RouteBuilder;

/** The routes of a user: bodies that can be read once, bodies that Camel caches, and uploads that are tried again. */
final class UploadRoutes extends RouteBuilder {

    static final String PART_SIZE = "soakPartSize";
    static final String PARALLELISM = "soakParallelism";

    private static final String ONCE = "direct:once";
    private static final String CACHED = "direct:cached";
    private static final String UPLOAD =
            "apivideo:upload?partSize=${header.soakPartSize}&parallelism=${header.soakParallelism}";
    private static final int REDELIVERIES = 20;

    static String routeFor(Upload upload) {
        return upload.kind() == Upload.Kind.ONE_SHOT_STREAM ? ONCE : CACHED;
    }

    @Override
    public void configure() {
        onException(UploadFailed.class)
                .onWhen(header(ApiVideoConstants.UPLOAD_KEY).isNotNull())
                .maximumRedeliveries(REDELIVERIES)
                .redeliveryDelay(10);
        from(ONCE).streamCache("false").toD(UPLOAD);
        from(CACHED).streamCache("true").toD(UPLOAD);
    }
}
