// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.it;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.DataType;

/** The application under test: two routes that receive events, each at a webhook of its own, and one that polls. */
public class EventRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("apivideo:events").routeId("signed").to("seda:signed");

        from("apivideo:events?webhookPath=/owned&webhookRegistration=owned"
                        + "&webhookUrl={{application.url}}/owned&webhookMaxPayloadSize=1KiB")
                .routeId("owned")
                .transformDataType(new DataType("apivideo:application-cloudevents"))
                .to("seda:owned");

        from("apivideo:videos?initialDelay=0&delay=50").routeId("videos").to("seda:videos");
    }
}
