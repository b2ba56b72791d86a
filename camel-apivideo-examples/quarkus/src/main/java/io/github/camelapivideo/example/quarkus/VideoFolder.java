// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.quarkus;

import org.apache.camel.builder.RouteBuilder;

/**
 * Uploads every file of the folder. After its upload a file moves to done, or to failed; one that is moved back continues
 * its upload.
 */
public class VideoFolder extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{videos.folder}}?move=done&moveFailed=failed")
                .routeId("video-folder")
                .to("apivideo:upload?title=${file:onlyname.noext}&uploadKey=${file:name}-${file:size}")
                .log("${file:name} is online: ${header.CamelApiVideoPlayerUrl}");
    }
}
