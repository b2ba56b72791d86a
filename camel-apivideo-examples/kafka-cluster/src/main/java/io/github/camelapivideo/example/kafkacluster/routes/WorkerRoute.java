// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.routes;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.PlannedPart;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the parts that Kafka assigns to this process from the shared folder. It commits the record of a part after the
 * service has received the part, so another worker gets the parts of a worker that died.
 */
public final class WorkerRoute extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRoute.class);

    @Override
    public void configure() {
        Path inbox = Path.of(getContext().resolvePropertyPlaceholders("{{cluster.folder}}/inbox"));

        // The delay keeps a part that fails at once, as without its file, from being delivered again and again.
        errorHandler(defaultErrorHandler()
                .maximumRedeliveries(1)
                .redeliveryDelay(5_000)
                .logExhaustedMessageHistory(false));

        // The video was given up, so its parts are dropped.
        onException(ApiVideoException.class)
                .onWhen(simple("${exception.status} == 404"))
                .handled(true)
                .log(
                        LoggingLevel.WARN,
                        "part ${header.CamelApiVideoPlannedPart.partNumber} is dropped: ${exception.message}")
                .process(WorkerRoute::commit);

        // The service refuses a part for its content, so the video cannot be completed and is deleted. The coordinator
        // notices that, and the other parts are dropped. After any other failure Kafka delivers the part again.
        onException(ApiVideoException.class)
                .onWhen(simple("${exception.status} == 400"))
                .maximumRedeliveries(1)
                .handled(true)
                .log(LoggingLevel.ERROR, "the video is given up: ${exception.message}")
                .to("apivideo:deleteVideo")
                .process(WorkerRoute::commit);

        from("kafka:{{cluster.topic}}")
                .routeId("worker")
                .convertBodyTo(PlannedPart.class)
                .setHeader(ApiVideoConstants.VIDEO_ID, simple("${body.videoId}"))
                .setHeader(ApiVideoConstants.PLANNED_PART, body())
                .setBody(exchange -> inbox.resolve(
                        exchange.getMessage().getBody(PlannedPart.class).fileName()))
                .choice()
                .when(exchange -> Files.exists(exchange.getMessage().getBody(Path.class)))
                .to("apivideo:uploadPart")
                .log(
                        "part ${header.CamelApiVideoPlannedPart.partNumber} of ${header.CamelApiVideoPlannedPart.totalParts}")
                .otherwise()
                // The video may be complete or deleted.
                .to("apivideo:getStatus")
                .filter(header(ApiVideoConstants.COMPLETE).isEqualTo(false))
                .throwException(NoSuchFileException.class, "The video is not in the shared folder")
                .end()
                .end()
                .process(WorkerRoute::commit);
    }

    private static void commit(Exchange exchange) {
        try {
            exchange.getMessage()
                    .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                    .commit();
        } catch (RebalanceInProgressException | CommitFailedException e) {
            // The workers change just now. Kafka may deliver the record again; the service has the part then.
            LOG.debug("not committed: {}", e.getMessage());
        }
    }
}
