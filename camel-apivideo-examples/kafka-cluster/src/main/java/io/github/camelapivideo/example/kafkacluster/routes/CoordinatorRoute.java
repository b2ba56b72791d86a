// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.routes;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.model.OnExceptionDefinition;

/**
 * Plans every video in the inbox, writes its parts to Kafka, and waits until the service has received all of them. Until
 * then the file stays in the inbox, where the workers read it. Only one coordinator may run at a time.
 */
public final class CoordinatorRoute extends RouteBuilder {

    private static final String OUTCOME = "outcome";

    @Override
    public void configure() {
        Duration patience = getContext().getTypeConverter().convertTo(Duration.class, setting("cluster.patience"));
        // The hash of the key would give some workers twice as many parts as others.
        int partitions = Integer.parseInt(setting("cluster.partitions"));
        VideoIds videoIds = new VideoIds(Path.of(setting("cluster.folder"), "videoIds"));

        // The service refuses the video, or a worker has given it up. After any other failure of the service, as an
        // outage, the file stays and is planned again.
        giveUp(onException(ApiVideoException.class).onWhen(simple("${exception.status} in '400,404'")), videoIds);
        // The upload takes too long, or the file cannot be planned.
        giveUp(onException(TimeoutException.class, IllegalArgumentException.class), videoIds);

        from("file:{{cluster.folder}}/inbox?move=../${header.outcome}/${file:name}&readLock=changed&maxMessagesPerPoll=10")
                .routeId("coordinator")
                .setHeader(ApiVideoConstants.VIDEO_ID, method(videoIds, "find"))
                .filter(header(ApiVideoConstants.VIDEO_ID).isNull())
                .to("apivideo:createVideo")
                .bean(videoIds, "remember")
                .end()
                .to("apivideo:planParts?partSize={{cluster.partSize}}")
                .log("${header.CamelFileName} is ${header.CamelApiVideoTotalParts} parts of ${header.CamelApiVideoId}")
                .split(body())
                .setHeader(KafkaConstants.KEY, simple("${body.videoId}-${body.partNumber}"))
                .setHeader(KafkaConstants.PARTITION_KEY)
                .exchange(exchange -> exchange.getProperty(Exchange.SPLIT_INDEX, Integer.class) % partitions)
                .convertBodyTo(String.class)
                .to("kafka:{{cluster.topic}}")
                .end()
                .loopDoWhile(
                        exchange -> !complete(exchange) && exchange.getClock().elapsed() < patience.toMillis())
                .delay(simple("{{cluster.pollEvery}}"))
                .end()
                .to("apivideo:getStatus")
                .end()
                .filter(exchange -> !complete(exchange))
                .throwException(TimeoutException.class, "not complete after {{cluster.patience}}")
                .end()
                .setHeader(OUTCOME, constant("done"))
                .process(videoIds::forgetAfterwards)
                .log("${header.CamelFileName} is complete: video ${header.CamelApiVideoId}");
    }

    /** Deletes the video. Workers drop the records that are still in Kafka, because their video does not exist. */
    private void giveUp(OnExceptionDefinition failed, VideoIds videoIds) {
        failed.handled(true)
                .log(LoggingLevel.ERROR, "${header.CamelFileName} failed: ${exception.message}")
                .setHeader(OUTCOME, constant("failed"))
                .process(videoIds::forgetAfterwards)
                .filter(exchange -> exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID) != null)
                .to("apivideo:deleteVideo");
    }

    private String setting(String name) {
        return getContext().resolvePropertyPlaceholders("{{" + name + "}}");
    }

    private static boolean complete(Exchange exchange) {
        return exchange.getMessage().getHeader(ApiVideoConstants.COMPLETE, false, Boolean.class);
    }
}
