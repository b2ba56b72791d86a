// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import io.github.camelapivideo.ApiVideoConstants;
import org.apache.camel.builder.RouteBuilder;

/** Every request that puts an upload becomes a video while it comes in; others ask how it gets on. */
public final class VideosOverHttp extends RouteBuilder {

    private final Uploads uploads = new Uploads();
    private final Calls calls = new Calls(uploads);

    @Override
    public void configure() {
        bindToRegistry("uploads", uploads);
        onException(Exception.class).handled(true).process(calls::fail);

        // useBodyHandler: the body is left where it is, on the connection.
        from("platform-http:/uploads/{uploadId}?httpMethodRestrict=PUT&useBodyHandler=false")
                .routeId("http-videos")
                .streamCache("false")
                .process(calls::begin)
                .to("apivideo:upload?title=${header.title}&fileName=${header.name}"
                        + "&allowHeaderOverrides=false&uploadListener=#uploads")
                .log("${header.CamelApiVideoPlayerUrl} is online")
                .process(calls::complete);

        from("platform-http:/uploads/{uploadId}?httpMethodRestrict=GET")
                .routeId("http-progress")
                .process(calls::find)
                .filter(header(ApiVideoConstants.VIDEO_ID).isNotNull())
                .to("apivideo:getStatus")
                .end()
                .process(calls::tell);

        page("/", "index.html", "text/html");
        page("/upload.css", "upload.css", "text/css");
        page("/upload.js", "upload.js", "text/javascript");
    }

    private void page(String path, String file, String type) {
        from("platform-http:" + path + "?httpMethodRestrict=GET")
                .routeId(file)
                .removeHeaders("*")
                .setHeader("Content-Type", constant(type + "; charset=utf-8"))
                .setBody(constant("resource:classpath:page/" + file));
    }
}
