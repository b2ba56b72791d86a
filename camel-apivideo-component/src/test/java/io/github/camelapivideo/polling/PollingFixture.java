// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A route that polls a simulator many times a second, and ends at {@code mock:videos}. */
final class PollingFixture implements BeforeEachCallback, AfterEachCallback {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<ApiVideoSimulator.Builder> simulatorSettings;
    private ApiVideoFixture fixture;

    PollingFixture() {
        this(simulator -> {});
    }

    /** @param simulatorSettings applied before the service starts */
    PollingFixture(Consumer<ApiVideoSimulator.Builder> simulatorSettings) {
        this.simulatorSettings = simulatorSettings;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        fixture = ApiVideoFixture.start(simulatorSettings);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        fixture.close();
    }

    DefaultCamelContext context() {
        return fixture.context();
    }

    ApiVideoSimulator service() {
        return fixture.simulator();
    }

    ApiVideoFixture apiVideo() {
        return fixture;
    }

    /** Begins to poll. */
    MockEndpoint poll(String options) throws Exception {
        return poll(options, exchange -> {});
    }

    /** Begins to poll, with a step that may fail or wait. */
    MockEndpoint poll(String options, Processor step) throws Exception {
        return poll(context(), options, step);
    }

    static MockEndpoint poll(DefaultCamelContext context, String options, Processor step) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("apivideo:videos?" + options + "&initialDelay=0&delay=20")
                        .routeId("videos")
                        .process(step)
                        .to("mock:videos");
            }
        });
        return context.getEndpoint("mock:videos", MockEndpoint.class);
    }

    String create(String title) {
        return create(Map.of(ApiVideoConstants.TITLE, title));
    }

    String create(Map<String, Object> headers) {
        Exchange created = fixture.template().request("apivideo:createVideo", exchange -> exchange.getMessage()
                .setHeaders(new HashMap<>(headers)));
        assertThat(created.getException()).isNull();
        return created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    List<String> create(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> create("video-" + index))
                .toList();
    }

    void operate(String operation, String videoId) {
        Exchange exchange = fixture.template().request("apivideo:" + operation + "?videoId=" + videoId, message -> {});
        assertThat(exchange.getException()).isNull();
    }

    /** Changes whether a video is public. */
    void makePublic(String videoId, boolean isPublic) {
        update(videoId, "public=" + isPublic);
    }

    /** Changes something else. */
    void retitle(String videoId) {
        update(videoId, "title=changed");
    }

    private void update(String videoId, String change) {
        Exchange exchange =
                fixture.template().request("apivideo:updateVideo?videoId=" + videoId + "&" + change, message -> {});
        assertThat(exchange.getException()).isNull();
    }

    List<RecordedRequest> lists() {
        return service().requests(RequestKind.LIST);
    }

    /** Waits until so many more lists were read: what exists by then was seen. */
    void awaitLists(int more) {
        awaitLists(RequestKind.LIST, more);
    }

    /** The same for lists of discarded videos. */
    void awaitDiscardedLists(int more) {
        awaitLists(RequestKind.DISCARDED, more);
    }

    private void awaitLists(RequestKind kind, int more) {
        int before = service().requests(kind).size();
        await().atMost(PATIENCE).until(() -> service().requests(kind).size() >= before + more);
    }

    static void awaitIds(MockEndpoint videos, List<String> ids) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids(videos)).isEqualTo(ids));
    }

    static List<String> ids(MockEndpoint videos) {
        return videos.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(Video.class).videoId())
                .toList();
    }
}
