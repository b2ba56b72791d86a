// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Uploads every message. It leaves the queue after the service has received all of it, or when it is given up. */
public final class VideosFromJms extends RouteBuilder {

    @Override
    public void configure() {
        // The route continues on its own thread, which has the transaction that took the message.
        onException(Exception.class).onWhen(new Unrecoverable()).continued(true).process(new FailureHeaders());

        from("jms:queue:{{jms.queue}}?artemisStreamingEnabled=true&concurrentConsumers={{jms.consumers}}")
                .routeId("jms-videos")
                .transacted()
                .to("apivideo:upload?fileName=${header.title}&uploadKey=${header.JMSMessageID}")
                .choice()
                .when(exchangeProperty(FailureHeaders.GIVEN_UP).isNull())
                .log("'${header.title}' is online: ${header.CamelApiVideoPlayerUrl}")
                .otherwise()
                .filter(header(FailureHeaders.VIDEO_ID).isNotNull())
                .to("apivideo:deleteVideo?videoId=${header." + FailureHeaders.VIDEO_ID + "}")
                .end()
                .to("jms:queue:{{jms.dead}}?artemisStreamingEnabled=true")
                .log(LoggingLevel.WARN, "'${header.title}' is in {{jms.dead}}: ${header." + FailureHeaders.TEXT + "}");
    }
}
