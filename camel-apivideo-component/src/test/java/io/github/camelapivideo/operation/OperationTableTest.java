// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ApiVideoEndpoint;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.feed.ApiVideoFeed;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.EndpointKind;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for each row of the table of operations. */
class OperationTableTest {

    private static final Path METADATA =
            Path.of("src/generated/resources/META-INF/io/github/camelapivideo/apivideo.json");
    private static final Path DOCUMENT = Path.of("..", "docs", "options.md");

    private static final Map<String, String> EXAMPLES = Map.of(
            "metadata",
            "metadata.key=x",
            "clip",
            "clip.startTimecode=00:00:01",
            "watermark",
            "watermark.id=x",
            "filterBy",
            "filterBy.browser=x");

    /** The headers that the requests of some operations need. */
    private static final Map<String, Object> OF_REQUESTS = Map.ofEntries(
            Map.entry(ApiVideoConstants.PART_NUMBER, 1),
            Map.entry(ApiVideoConstants.TOTAL_PARTS, 1),
            Map.entry(ApiVideoConstants.SOURCE, "https://media.example/a.mp4"),
            Map.entry(ApiVideoConstants.UPLOAD_TOKEN, "to1"),
            Map.entry(ApiVideoConstants.PLAYER_ID, "pl1"),
            Map.entry(ApiVideoConstants.LIVE_STREAM_ID, "li1"),
            Map.entry(ApiVideoConstants.NAME, "name"),
            Map.entry(ApiVideoConstants.LANGUAGE, "en"),
            Map.entry(ApiVideoConstants.TIMECODE, "1"),
            Map.entry(ApiVideoConstants.WATERMARK_ID, "watermark_1"),
            Map.entry(ApiVideoConstants.WEBHOOK_ID, "webhook_1"),
            Map.entry(ApiVideoConstants.WEBHOOK_URL, "http://localhost:1/hook"),
            Map.entry(ApiVideoConstants.EVENTS, "video.summary.generated"),
            Map.entry(ApiVideoConstants.SUMMARY_ID, "summary_1"),
            Map.entry(ApiVideoConstants.METRIC, "play"),
            Map.entry(ApiVideoConstants.AGGREGATION, "count"),
            Map.entry(ApiVideoConstants.BREAKDOWN, "country"));

    private static final Map<ApiVideoOperation, Object> BODIES =
            Map.of(ApiVideoOperation.updateSummarySource, Map.of("takeaways", List.of("one")));

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void theEndpointHasTheOperationsOfTheTable() throws IOException {
        Set<String> offered = new HashSet<>();
        metadata().at("/properties/operation/enum").forEach(operation -> offered.add(operation.asText()));
        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(ApiVideoFeed.KINDS.all().stream()
                        .map(EndpointKind::name)
                        .toList());
    }

    @Test
    void eachOptionIsReadByAllOperationsOrByThoseThatSaySo() throws IOException {
        Set<String> known = new HashSet<>(ApiVideoOperation.commonOptions());
        known.addAll(ApiVideoFeed.KINDS.ownOptions());
        known.add("operation");
        Set<String> options = new HashSet<>();
        metadata().get("properties").fieldNames().forEachRemaining(options::add);
        assertThat(known).isEqualTo(options);
        assertThat(ApiVideoOperation.values()).allSatisfy(operation -> assertThat(operation.options())
                .doesNotContainAnyElementsOf(operation.common()));
    }

    /** The endpoint DSL offers an option where it can be used. */
    @Test
    void anOptionIsLabelledByTheKindOfEndpointThatReadsIt() throws IOException {
        Set<String> byFeeds = readBy(ApiVideoFeed.values());
        Set<String> byOperations = readBy(ApiVideoOperation.values());
        Set<String> ofCamel = Set.of("bridgeErrorHandler", "lazyStartProducer");
        metadata().get("properties").properties().stream()
                .filter(option -> !ofCamel.contains(option.getKey()))
                .forEach(option -> {
                    List<String> labels =
                            List.of(option.getValue().path("label").asText().split(","));
                    boolean both = byFeeds.contains(option.getKey()) && byOperations.contains(option.getKey());
                    assertThat(labels.contains("producer"))
                            .as(option.getKey())
                            .isEqualTo(!both && byOperations.contains(option.getKey()));
                    assertThat(labels.contains("consumer"))
                            .as(option.getKey())
                            .isEqualTo(!both && byFeeds.contains(option.getKey()));
                });
    }

    private static Set<String> readBy(EndpointKind... kinds) {
        return Arrays.stream(kinds)
                .flatMap(kind -> Stream.concat(kind.options().stream(), kind.common().stream()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void theHeadersOfARowExist(ApiVideoOperation operation) throws IOException {
        Set<String> headers = new HashSet<>();
        metadata().get("headers").fieldNames().forEachRemaining(headers::add);
        assertThat(headers).containsAll(operation.headers());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentTellsWhatARowReads(ApiVideoOperation operation) throws IOException {
        String row = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `" + operation + "` |"))
                .findFirst()
                .orElseThrow();
        assertThat(operation.options()).allSatisfy(option -> assertThat(row).contains("`" + option + "`"));
        assertThat(operation.headers()).allSatisfy(header -> assertThat(row).contains("`" + header + "`"));
    }

    @ParameterizedTest
    @EnumSource
    void theSimulatorHasARouteForEachRequest(ApiVideoOperation operation) {
        fixture.options().setWaitTimeout(100);
        Exchange created = exchange(ApiVideoOperation.createVideo, Map.of());
        Map<String, Object> headers = new HashMap<>(OF_REQUESTS);
        headers.put(ApiVideoConstants.VIDEO_ID, created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID));

        Exchange exchange = exchange(operation, headers);

        // A route that exists may say that the resource does not. Nothing fills the container that is waited for.
        if (exchange.getException() != null && !(exchange.getException() instanceof ApiVideoException.WaitFailed)) {
            assertThat(exchange.getException(ApiVideoException.class)
                            .getProblem()
                            .slug())
                    .isEqualTo("resource-not-found");
        }
        assertThat(fixture.simulator().requests(RequestKind.UNKNOWN)).isEmpty();
    }

    private Exchange exchange(ApiVideoOperation operation, Map<String, Object> headers) {
        String options = operation == ApiVideoOperation.request ? "?path=/tags" : "";
        return fixture.template().request("apivideo:" + operation + options, exchange -> {
            exchange.getMessage().setBody(body(operation));
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private static Object body(ApiVideoOperation operation) {
        return switch (operation.group()) {
            case "uploads" -> TestVideo.of(10).bytes();
            case "assets" -> operation.name().matches(".*(Caption|Chapter)") ? SmallFiles.vtt("1") : SmallFiles.png(10);
            default -> BODIES.get(operation);
        };
    }

    @ParameterizedTest
    @EnumSource
    void anOptionThatTheOperationDoesNotReadIsRefused(ApiVideoOperation operation) {
        List<String> unread = ApiVideoFeed.KINDS.ownOptions().stream()
                .filter(option -> !operation.options().contains(option))
                .filter(option -> !operation.common().contains(option))
                .toList();
        assertThat(unread).isNotEmpty();
        for (String option : unread) {
            String example = EXAMPLES.getOrDefault(option, option + "=1");
            assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:" + operation + "?" + example))
                    .hasRootCauseMessage(option + ": " + operation + " does not read this option; allowed are "
                            + String.join(", ", operation.options())
                            + ", and the options of all operations, which are in docs/options.md");
        }
    }

    @Test
    void otherSpellingsAreRefusedToo() {
        for (String spelling : List.of("part-number=1", "PARTNUMBER=1", "partNumber=1")) {
            assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:deleteVideo?" + spelling))
                    .hasRootCauseInstanceOf(IllegalArgumentException.class)
                    .hasStackTraceContaining("partNumber: deleteVideo does not read this option");
        }
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:getStatus?title=a&metadata.b=c"))
                .hasStackTraceContaining(
                        "title, metadata: getStatus does not read these options; allowed are videoId,");
    }

    @Test
    void aUriThatCamelEvaluatesIsHeldToTheSame() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD("apivideo:${header.what}?videoId=vi1&onFailure=keep");
            }
        });
        Exchange exchange = fixture.template()
                .request("direct:dynamic", message -> message.getMessage().setHeader("what", "deleteVideo"));
        assertThat(exchange.getException())
                .hasStackTraceContaining("onFailure: deleteVideo does not read this option; allowed are videoId,");
    }

    @Test
    void whatTheComponentHasForAllEndpointsIsNotRefused() {
        fixture.options().setTitle("Holiday");
        fixture.options().setPartSize("16MiB");
        assertThatCode(() -> fixture.context()
                        .getEndpoint("apivideo:deleteVideo?videoId=vi1")
                        .createProducer())
                .doesNotThrowAnyException();
    }

    @Test
    void whatCodeSetsOnAnEndpointIsRefusedWhenItsProducerIsMade() throws Exception {
        ApiVideoEndpoint endpoint =
                fixture.context().getEndpoint("apivideo:deleteVideo?videoId=vi1", ApiVideoEndpoint.class);
        endpoint.getConfiguration().setPartNumber("3");
        assertThatThrownBy(endpoint::createProducer)
                .hasMessageStartingWith("partNumber: deleteVideo does not read this option");

        ApiVideoConfiguration configuration = new ApiVideoConfiguration();
        configuration.setTitle("Holiday");
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        assertThatThrownBy(() -> new ApiVideoEndpoint("apivideo:getStatus", component, "getStatus", configuration)
                        .createProducer())
                .hasMessageStartingWith("title: getStatus does not read this option");
    }

    private static JsonNode metadata() throws IOException {
        return new ObjectMapper().readTree(METADATA.toFile());
    }
}
