// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names the spans that Camel makes for endpoints of this component by their operation, and adds the video. Camel finds it
 * where camel-telemetry is on the class path. Thread-safe.
 */
public final class ApiVideoSpanDecorator extends AbstractSpanDecorator {

    private static final String VIDEO_ID = "CamelApiVideoId";

    @Override
    public String getComponent() {
        return "apivideo";
    }

    @Override
    public String getComponentClassName() {
        return "io.github.camelapivideo.ApiVideoComponent";
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return "apivideo:" + operation(endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        span.setTag("apivideo.operation", operation(endpoint));
        tagVideo(span, exchange);
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        tagVideo(span, exchange);
    }

    private static String operation(Endpoint endpoint) {
        return stripSchemeAndOptions(endpoint);
    }

    private static void tagVideo(Span span, Exchange exchange) {
        String videoId = exchange.getMessage().getHeader(VIDEO_ID, String.class);
        if (videoId != null) {
            span.setTag("apivideo.video.id", videoId);
        }
    }
}
