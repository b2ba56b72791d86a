// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Camel context beside a real server that holds to the service's contract. As an extension it starts both before
 * each test and closes both after it; {@link #start()} is for a test that needs one more, and closes it itself.
 */
public final class ApiVideoFixture implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private final Consumer<ApiVideoSimulator.Builder> simulatorSettings;
    private final Consumer<CamelContext> contextSettings;

    private ApiVideoSimulator simulator;
    private DefaultCamelContext context;
    private ProducerTemplate template;

    private ApiVideoFixture(
            Consumer<ApiVideoSimulator.Builder> simulatorSettings, Consumer<CamelContext> contextSettings) {
        this.simulatorSettings = simulatorSettings;
        this.contextSettings = contextSettings;
    }

    public static ApiVideoFixture create() {
        return with(simulator -> {});
    }

    /** @param simulatorSettings applied before the simulator starts */
    public static ApiVideoFixture with(Consumer<ApiVideoSimulator.Builder> simulatorSettings) {
        return new ApiVideoFixture(simulatorSettings, context -> {});
    }

    public static ApiVideoFixture start() {
        return start(simulator -> {}, context -> {});
    }

    public static ApiVideoFixture start(Consumer<ApiVideoSimulator.Builder> simulatorSettings) {
        return start(simulatorSettings, context -> {});
    }

    public static ApiVideoFixture start(
            Consumer<ApiVideoSimulator.Builder> simulatorSettings, Consumer<CamelContext> contextSettings) {
        ApiVideoFixture fixture = new ApiVideoFixture(simulatorSettings, contextSettings);
        fixture.begin(simulatorSettings, contextSettings);
        return fixture;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        begin(simulatorSettings, contextSettings);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    /** Replaces simulator and context by new ones for the rest of the test. */
    public void restart(Consumer<ApiVideoSimulator.Builder> simulatorSettings) {
        restart(simulatorSettings, context -> {});
    }

    /**
     * Replaces simulator and context by new ones for the rest of the test.
     *
     * @param simulatorSettings applied before the simulator starts
     * @param contextSettings applied before the context has a component
     */
    public void restart(Consumer<ApiVideoSimulator.Builder> simulatorSettings, Consumer<CamelContext> contextSettings) {
        close();
        begin(simulatorSettings, contextSettings);
    }

    private void begin(Consumer<ApiVideoSimulator.Builder> simulatorSettings, Consumer<CamelContext> contextSettings) {
        try {
            ApiVideoSimulator.Builder builder = ApiVideoSimulator.builder();
            simulatorSettings.accept(builder);
            simulator = builder.start();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeCamelException(e);
        }
        context = new DefaultCamelContext();
        contextSettings.accept(context);
        ApiVideoConfiguration options = options();
        options.setApiKey(simulator.apiKey());
        options.setBaseUri(simulator.baseUri().toString());
        options.setRetryDelay(1);
        options.setMaxRetryDelay(50);
        options.setRecordTimeout(300);
        context.start();
        template = context.createProducerTemplate();
    }

    public ApiVideoSimulator simulator() {
        return simulator;
    }

    public DefaultCamelContext context() {
        return context;
    }

    public ProducerTemplate template() {
        return template;
    }

    public ApiVideoConfiguration options() {
        return context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
    }

    /** Uploads a body and returns the exchange, failed or not. */
    public Exchange upload(String options, Object body) {
        return upload(options, body, Map.of());
    }

    public Exchange upload(String options, Object body, Map<String, Object> headers) {
        return template.request("apivideo:upload?" + options, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** Returns the video that a successful exchange answers, as the server received it. */
    public ReceivedVideo received(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        String videoId = exchange.getMessage().getBody(Video.class).videoId();
        return simulator.video(videoId).orElseThrow();
    }

    public void assertArrived(Exchange exchange, TestVideo video) {
        ReceivedVideo received = received(exchange);
        assertThat(received.complete()).isTrue();
        assertThat(received.size()).isEqualTo(video.length());
        assertThat(received.sha256()).isEqualTo(video.sha256());
    }

    /** Returns the requests with parts in the order in which they arrived. */
    public List<RecordedRequest> parts() {
        return simulator.requests(RequestKind.SOURCE);
    }

    @Override
    public void close() {
        if (context != null) {
            context.stop();
        }
        if (simulator != null) {
            simulator.close();
        }
    }
}
