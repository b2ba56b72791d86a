// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.springboot.routes;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Uploads every file of the inbox. A file that is still being copied waits until it no longer changes. */
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
