// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import io.github.camelapivideo.ApiVideoConstants;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Uploads the body of every PUT request while it arrives, and answers GET requests with the state of an upload. */
public final class VideosOverHttp extends RouteBuilder {

    private final Uploads uploads = new Uploads();
    private final Calls calls = new Calls(uploads);

    @Override
    public void configure() {
        bindToRegistry("uploads", uploads);
        // The client has its answer, and there is nothing to mend here.
        onException(RefusedRequest.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "${exception.message}")
                .process(calls::fail);
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "${exception.message}")
                .process(calls::fail);

        // useBodyHandler=false leaves the body on the connection.
        from("platform-http:/uploads/{uploadId}?httpMethodRestrict=PUT&useBodyHandler=false")
                .routeId("http-videos")
                .streamCache("false")
                .process(calls::begin)
                .to("apivideo:upload?title=${header.title}&fileName=${header.name}"
                        + "&allowHeaderOverrides=false&uploadListener=#uploads&contentCheck=strict")
                .log("${header.CamelApiVideoPlayerUrl} is online")
                .process(calls::complete);

        from("platform-http:/uploads/{uploadId}?httpMethodRestrict=GET")
                .routeId("http-progress")
                .process(calls::find)
                .filter(header(ApiVideoConstants.VIDEO_ID).isNotNull())
                .to("apivideo:getStatus")
                .end()
                .process(calls::tell);

        from("platform-http:/uploads?httpMethodRestrict=GET")
                .routeId("http-search")
                .process(calls::search);
        forms("/uploads/{uploadId}", "GET, PUT");
        forms("/uploads", "GET");

        page("/", "index.html", "text/html");
        page("/upload.css", "upload.css", "text/css");
        page("/upload.js", "upload.js", "text/javascript");
        page("/operations", "operations.html", "text/html");
        page("/operations.js", "operations.js", "text/javascript");
    }

    /** Tells the senders of forms what a URL is for. */
    private void forms(String path, String allowed) {
        from("platform-http:" + path + "?httpMethodRestrict=POST&useBodyHandler=false")
                .routeId("forms-to-" + path)
                .process(calls.refuseForm(allowed));
    }

    private void page(String path, String file, String type) {
        from("platform-http:" + path + "?httpMethodRestrict=GET")
                .routeId(file)
                .removeHeaders("*")
                .setHeader("Content-Type", constant(type + "; charset=utf-8"))
                .setBody(constant("resource:classpath:page/" + file));
    }
}
