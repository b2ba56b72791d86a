// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.springboot.routes;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** All that the upload takes. A file that is still being copied is left alone until it no longer changes. */
@Component
class InboxRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{inbox}}?readLock=changed&move=done/${file:name}&moveFailed=failed/${file:name}")
                .routeId("inbox")
                .to("apivideo:upload")
                .log("${file:name} is at ${header.CamelApiVideoPlayerUrl}");
    }
}
