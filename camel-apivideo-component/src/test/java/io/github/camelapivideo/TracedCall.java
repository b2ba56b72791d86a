// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.File;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Makes one call in a JVM of its own, between two marks in the log of loaded classes. {@link ClassCountTest} starts it. */
final class TracedCall {

    private TracedCall() {}

    /** Loaded when the route has started, before the call. */
    static final class Begin {
        static void mark() {}
    }

    /** Loaded after the call. */
    static final class End {
        static void mark() {}
    }

    /** @param arguments the endpoint URI, and the body: a file, or the identifier of a video for the header */
    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();
            producer.setDefaultEndpointUri(arguments[0]);
            context.getEndpoint(arguments[0]).createProducer().start();
            producer.start();
            File file = new File(arguments[1]);
            Begin.mark();
            if (file.exists()) {
                producer.sendBody(file);
            } else {
                producer.sendBodyAndHeader(null, ApiVideoConstants.VIDEO_ID, arguments[1]);
            }
            End.mark();
        }
    }
}
