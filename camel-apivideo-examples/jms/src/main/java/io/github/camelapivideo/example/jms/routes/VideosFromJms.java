// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Every message becomes a video. It leaves the queue when the service has all of it, or for good reason. */
public final class VideosFromJms extends RouteBuilder {

    @Override
    public void configure() {
        // The route goes on, on its own thread: only there is the transaction that took the message.
        onException(Exception.class).onWhen(new Hopeless()).continued(true).process(new Reason());

        from("jms:queue:{{jms.queue}}?artemisStreamingEnabled=true&concurrentConsumers={{jms.consumers}}")
                .routeId("jms-videos")
                .transacted()
                .to("apivideo:upload?fileName=${header.title}&uploadKey=${header.JMSMessageID}")
                .choice()
                .when(exchangeProperty(Reason.GIVEN_UP).isNull())
                .log("'${header.title}' is online: ${header.CamelApiVideoPlayerUrl}")
                .otherwise()
                .filter(header(Reason.VIDEO_ID).isNotNull())
                .to("apivideo:deleteVideo?videoId=${header." + Reason.VIDEO_ID + "}")
                .end()
                .to("jms:queue:{{jms.dead}}?artemisStreamingEnabled=true")
                .log(LoggingLevel.WARN, "'${header.title}' is in {{jms.dead}}: ${header." + Reason.TEXT + "}");
    }
}
