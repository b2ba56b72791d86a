// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.resume;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several nodes that upload with one key at the same time. */
class RaceTest {

    private static final int NODES = 4;
    private static final TestVideo VIDEO = TestVideo.of(4 * PART + 1);

    private final List<CamelContext> nodes = new ArrayList<>();
    private ApiVideoSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = ApiVideoSimulator.builder().start();
        MemoryIdempotentRepository shared = new MemoryIdempotentRepository();
        shared.start();
        for (int number = 0; number < NODES; number++) {
            DefaultCamelContext node = new DefaultCamelContext();
            ApiVideoConfiguration options =
                    node.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setApiKey(simulator.apiKey());
            options.setBaseUri(simulator.baseUri().toString());
            node.getRegistry().bind("videos", shared);
            node.addRoutes(routes(number + 1));
            node.start();
            nodes.add(node);
        }
    }

    private static RouteBuilder routes(int parallelism) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("apivideo:upload?uploadKey=k&partSize=5MiB&parallelism=2");
                from("direct:auto")
                        .setHeader(Exchange.CONTENT_LENGTH, constant(VIDEO.bytes().length))
                        .to("apivideo:upload?uploadKey=k&parallelism=" + parallelism);
                from("direct:once")
                        .idempotentConsumer(simple("${header.key}"))
                        .idempotentRepository("#videos")
                        .to("apivideo:upload?uploadKey=${header.key}&partSize=5MiB");
            }
        };
    }

    @AfterEach
    void stop() {
        nodes.forEach(CamelContext::stop);
        simulator.close();
    }

    private static CompletableFuture<Exchange> upload(CamelContext node, String route) {
        return node.createProducerTemplate().asyncSend(route, exchange -> {
            exchange.getMessage().setHeader("key", "k");
            exchange.getMessage().setBody(VIDEO.stream());
        });
    }

    private List<Exchange> everywhere(String route) throws Exception {
        return ends(start(route));
    }

    private List<CompletableFuture<Exchange>> start(String route) {
        return nodes.stream().map(node -> upload(node, route)).toList();
    }

    private static List<Exchange> ends(List<CompletableFuture<Exchange>> uploads) throws Exception {
        List<Exchange> exchanges = new ArrayList<>();
        for (CompletableFuture<Exchange> upload : uploads) {
            exchanges.add(upload.get(60, TimeUnit.SECONDS));
        }
        return exchanges;
    }

    @RepeatedTest(10)
    void everyNodeAnswersACompleteVideoAndNoneIsLeftHalf() throws Exception {
        assertComplete(everywhere("direct:upload"));
    }

    private void assertComplete(List<Exchange> uploads) {
        for (Exchange exchange : uploads) {
            assertThat(exchange.getException()).isNull();
            String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
            assertThat(simulator.video(videoId))
                    .hasValueSatisfying(video -> assertThat(video.sha256()).isEqualTo(VIDEO.sha256()));
        }
        assertThat(simulator.videos()).isNotEmpty().allMatch(ReceivedVideo::complete);
    }

    @Test
    void anotherNodeContinuesWhereAStoppedNodeEnded() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).part(3).times(1).then(Fault.hold(end));
        CamelContext first = nodes.get(0);
        CompletableFuture<Exchange> stopped = upload(first, "direct:upload");
        await().until(() -> simulator.faults().injected() == 1 && accepted().size() >= 2);
        first.getShutdownStrategy().setTimeout(1);
        first.stop();
        assertThat(stopped.get(60, TimeUnit.SECONDS).getException())
                .hasMessageContaining("stopping")
                .hasMessageContaining("kept; an upload with the same uploadKey resumes it");
        end.countDown();
        List<Integer> before = accepted();

        Exchange exchange = upload(nodes.get(1), "direct:upload").get(60, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.videos()).singleElement().satisfies(video -> assertThat(video.sha256())
                .isEqualTo(VIDEO.sha256()));
        assertThat(accepted()).hasSize(5).containsAll(before).doesNotHaveDuplicates();
    }

    private List<Integer> accepted() {
        return simulator.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.status() == 201)
                .map(RecordedRequest::partNumber)
                .toList();
    }

    @RepeatedTest(3)
    void nodesThatCutTheBodyDifferentlyMixNoParts() throws Exception {
        CountDownLatch everybodyHasSearched = new CountDownLatch(1);
        simulator.faults().on(RequestKind.CREATE).times(NODES).then(Fault.hold(everybodyHasSearched));
        List<CompletableFuture<Exchange>> uploads = start("direct:auto");
        await().until(() -> simulator.requests(RequestKind.LIST).size() >= NODES);
        everybodyHasSearched.countDown();

        assertComplete(ends(uploads));
    }

    @RepeatedTest(3)
    void behindAnIdempotentRepositoryOfAllNodesThereIsExactlyOneVideo() throws Exception {
        everywhere("direct:once")
                .forEach(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(simulator.videos()).singleElement().satisfies(video -> assertThat(video.sha256())
                .isEqualTo(VIDEO.sha256()));
        assertThat(simulator.requests(RequestKind.SOURCE)).hasSize(5);
    }
}
