// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.camel.impl.DefaultCamelContext;

/** One route from a peer to a simulator of its own, in a Camel context of its own; raw streams unless told otherwise. */
final class UploadRoute implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApiVideoSimulator simulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Outcomes outcomes = new Outcomes();
    private final BooleanSupplier sourceIsThere;
    private volatile Class<?> contentType;
    private volatile boolean thereAfterTheUpload;

    /**
     * @param sourceIsThere whether the peer still has what is uploaded
     */
    UploadRoute(BooleanSupplier sourceIsThere) throws IOException {
        this.sourceIsThere = sourceIsThere;
        this.simulator = ApiVideoSimulator.builder().start();
        context.setStreamCaching(false);
        context.getManagementStrategy().addEventNotifier(outcomes);
        configuration().setApiKey(simulator.apiKey());
        configuration().setBaseUri(simulator.baseUri().toString());
        configuration().setPartSize("5MiB");
        configuration().setMaxRetries(0);
    }

    private ApiVideoConfiguration configuration() {
        return context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
    }

    DefaultCamelContext context() {
        return context;
    }

    ApiVideoSimulator simulator() {
        return simulator;
    }

    /** From now on the service refuses the account. */
    UploadRoute withTheWrongKey() {
        configuration().setApiKey("wrong");
        return this;
    }

    /** Lets Camel keep streams so that they can be read again, as it does by default. */
    UploadRoute withStreamCaching() {
        context.setStreamCaching(true);
        return this;
    }

    /** Starts the route. */
    UploadRoute from(String peer, int parallelism) throws Exception {
        context.addRoutes(route(peer, parallelism));
        context.start();
        return this;
    }

    /** Starts a route that begins with a timer and fetches the body from the peer. */
    UploadRoute enrichedFrom(String peer) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?delay=0&repeatCount=1")
                        .pollEnrich(peer, 10_000)
                        .to("apivideo:upload");
            }
        });
        context.start();
        return this;
    }

    private RoutesBuilder route(String peer, int parallelism) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(peer)
                        .process(exchange ->
                                contentType = type(exchange.getMessage().getBody()))
                        .to("apivideo:upload?parallelism=" + parallelism)
                        .process(exchange -> thereAfterTheUpload = sourceIsThere.getAsBoolean());
            }
        };
    }

    private static Class<?> type(Object body) {
        return body instanceof RemoteFile<?> file ? type(file.getBody()) : body.getClass();
    }

    /** Asserts what the peer's consumer made of the source: what the component was given to read. */
    void assertGave(Class<?> content) {
        assertThat(content).isAssignableFrom(contentType);
    }

    /** Waits for the upload, and asserts that the video is whole, in the fewest requests, and its source consumed then. */
    void assertUploads(TestVideo video, Length length, int parallelism) {
        assertThat(outcomes.next()).as("what went wrong").isEmpty();
        assertThat(simulator.videos()).singleElement().satisfies(received -> assertWhole(received, video));
        assertFewestRequests(length.contentRanges(video.parts()), parallelism);
        assertThat(thereAfterTheUpload)
                .as("the source is there until the route has ended")
                .isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sourceIsThere.getAsBoolean())
                .as("the source is there after the success")
                .isFalse());
    }

    private static void assertWhole(ReceivedVideo received, TestVideo video) {
        assertThat(received.complete()).isTrue();
        assertThat(received.size()).isEqualTo(video.length());
        assertThat(received.sha256()).isEqualTo(video.sha256());
        assertThat(received.parts()).hasSize(video.parts());
        assertThat(received.totalParts()).isEqualTo(video.parts());
    }

    private void assertFewestRequests(List<String> expected, int parallelism) {
        List<RecordedRequest> requests = simulator.requests(RequestKind.SOURCE);
        assertThat(requests).allSatisfy(request -> assertThat(request.status()).isEqualTo(201));
        List<String> ranges = contentRanges(requests);
        assertThat(ranges).containsExactlyInAnyOrderElementsOf(expected);
        if (parallelism == 1) {
            assertThat(ranges).isEqualTo(expected);
        }
    }

    /** A loop, since a collector to an unmodifiable list takes no null. */
    private static List<String> contentRanges(List<RecordedRequest> requests) {
        List<String> ranges = new ArrayList<>();
        requests.forEach(request -> ranges.add(request.contentRange()));
        return ranges;
    }

    /** Waits for the upload, and asserts that it failed, that nothing is left at the service, and the source is there. */
    void assertFailsAndLeavesTheSource() {
        assertFails();
        assertThat(sourceIsThere.getAsBoolean())
                .as("the source is there after the failure")
                .isTrue();
    }

    /** Waits for the upload, and asserts that it failed and that nothing is left at the service. */
    void assertFails() {
        assertThat(outcomes.next()).get().isInstanceOf(ApiVideoException.class);
        assertThat(simulator.videos()).isEmpty();
    }

    /** Waits for the upload, and asserts that it failed for this reason, that nothing is left, and the source is there. */
    void assertRefusesAndLeavesTheSource(String... reasons) {
        Throwable failure = outcomes.next().orElseThrow();
        assertThat(reasons).allSatisfy(reason -> assertThat(failure).hasStackTraceContaining(reason));
        assertThat(simulator.videos()).isEmpty();
        assertThat(sourceIsThere.getAsBoolean())
                .as("the source is there after the failure")
                .isTrue();
    }

    /** Ends the context first: a request that is under way then fails for a reason that is its own. */
    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
