// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;

/** A real Camel context beside a real server that holds to the service's contract. */
final class ApiVideoFixture implements AutoCloseable {

    final ApiVideoSimulator simulator;
    final DefaultCamelContext context = new DefaultCamelContext();
    final ProducerTemplate template;

    private ApiVideoFixture(ApiVideoSimulator simulator, Consumer<CamelContext> before) {
        this.simulator = simulator;
        before.accept(context);
        ApiVideoConfiguration options =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        options.setApiKey(simulator.apiKey());
        options.setBaseUri(simulator.baseUri().toString());
        options.setRetryDelay(1);
        options.setMaxRetryDelay(50);
        options.setRecordTimeout(300);
        context.start();
        template = context.createProducerTemplate();
    }

    static ApiVideoFixture start() {
        return start(simulator -> {});
    }

    static ApiVideoFixture start(Consumer<ApiVideoSimulator.Builder> settings) {
        return start(settings, context -> {});
    }

    static ApiVideoFixture start(Consumer<ApiVideoSimulator.Builder> settings, Consumer<CamelContext> before) {
        try {
            ApiVideoSimulator.Builder builder = ApiVideoSimulator.builder();
            settings.accept(builder);
            return new ApiVideoFixture(builder.start(), before);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeCamelException(e);
        }
    }

    ApiVideoConfiguration options() {
        return context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
    }

    /** Uploads a body and gives back the exchange, failed or not. */
    Exchange upload(String options, Object body) {
        return upload(options, body, Map.of());
    }

    Exchange upload(String options, Object body, Map<String, Object> headers) {
        return template.request("apivideo:upload?" + options, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    /** The video that a successful exchange answers, as the server received it. */
    ReceivedVideo received(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        String videoId = exchange.getMessage().getBody(Video.class).videoId();
        return simulator.video(videoId).orElseThrow();
    }

    void assertArrived(Exchange exchange, TestVideo video) {
        ReceivedVideo received = received(exchange);
        assertThat(received.complete()).isTrue();
        assertThat(received.size()).isEqualTo(video.bytes().length);
        assertThat(received.sha256()).isEqualTo(video.sha256());
    }

    /** The parts in the order in which they arrived. */
    List<RecordedRequest> parts() {
        return simulator.requests(RequestKind.SOURCE);
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
