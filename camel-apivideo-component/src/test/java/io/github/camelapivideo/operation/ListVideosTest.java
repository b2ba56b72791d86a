// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of videos: all of them, one page, or one after another. */
class ListVideosTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String create(String options) {
        Exchange created = fixture.template().request("apivideo:createVideo?" + options, exchange -> {});
        assertThat(created.getException()).isNull();
        return created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private List<String> create(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> create("title=video-" + index))
                .toList();
    }

    private Exchange list(String options) {
        return list(options, Map.of());
    }

    private Exchange list(String options, Map<String, Object> headers) {
        return fixture.template().request("apivideo:listVideos?" + options, exchange -> exchange.getMessage()
                .setHeaders(new HashMap<>(headers)));
    }

    private static List<String> ids(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        List<?> videos = exchange.getMessage().getBody(List.class);
        return videos.stream().map(video -> ((Video) video).videoId()).toList();
    }

    private List<RecordedRequest> requests() {
        return fixture.simulator().requests(RequestKind.LIST);
    }

    @Test
    void allPagesBecomeOneListTheOldestFirst() {
        List<String> created = create(25);
        Exchange exchange = list("pageSize=20");
        assertThat(ids(exchange)).isEqualTo(created);
        assertThat(requests()).hasSizeGreaterThan(1);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.ITEMS_TOTAL, 25L)
                .containsEntry(ApiVideoConstants.PAGES_TOTAL, 2);
    }

    @Test
    void aListIsConvertedToAnArrayInJson() throws IOException {
        List<String> created = create(2);
        Exchange exchange = list("");
        for (JsonNode json : List.of(
                JSON.readTree(exchange.getMessage().getBody(String.class)),
                JSON.readTree(exchange.getMessage().getBody(InputStream.class)))) {
            assertThat(json.isArray()).isTrue();
            assertThat(json.findValuesAsText("videoId")).isEqualTo(created);
        }
    }

    @Test
    void aRouteReadsOneItemOfAListByItsIndex() {
        List<String> created = create(2);
        Exchange exchange = list("");
        assertThat(fixture.context()
                        .resolveLanguage("simple")
                        .createExpression("${body[1].videoId}")
                        .evaluate(exchange, String.class))
                .isEqualTo(created.get(1));
    }

    @Test
    void anEmptyListIsAList() {
        Exchange exchange = list("");
        assertThat(ids(exchange)).isEmpty();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("[]");
    }

    @Test
    void onePageIsGivenAlone() {
        List<String> created = create(25);
        assertThat(ids(list("pageSize=10&currentPage=2"))).isEqualTo(created.subList(10, 20));
        assertThat(ids(list("pageSize=10&currentPage=3&sortOrder=desc")))
                .containsExactly(created.get(4), created.get(3), created.get(2), created.get(1), created.get(0));
        assertThat(ids(list("", Map.of(ApiVideoConstants.CURRENT_PAGE, 3, ApiVideoConstants.PAGE_SIZE, 10))))
                .isEqualTo(created.subList(20, 25));
        assertThat(requests()).hasSize(3);
    }

    private String create(String title, List<String> tags, String who) {
        Exchange created = fixture.template().request("apivideo:createVideo", exchange -> {
            exchange.getMessage().setHeader(ApiVideoConstants.TITLE, title);
            exchange.getMessage().setHeader(ApiVideoConstants.DESCRIPTION, "About " + title);
            exchange.getMessage().setHeader(ApiVideoConstants.TAGS, tags);
            exchange.getMessage().setHeader(ApiVideoConstants.METADATA, Map.of("who", who, "a b", "x"));
        });
        return created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    @Test
    void aVideoHasToMatchAllFilters() {
        String wanted = create("Holiday & Rome", List.of("a b", "c&d", "e+f"), "Jo + Ann=ü");
        create("Holiday", List.of("a b"), "Jo");
        create("Work", List.of("a b", "c&d"), "Jo + Ann=ü");
        for (String filter : List.of(
                "title=Rome",
                "tags=a b,${header.tag}",
                "metadata.who=${header.who}&title=Holiday",
                "description=About Holiday ${header.and}")) {
            Map<String, Object> headers = Map.of("tag", "e+f", "who", "Jo + Ann=ü", "and", "&");
            assertThat(ids(list(filter, headers))).as(filter).containsExactly(wanted);
        }
        assertThat(ids(list("", Map.of(ApiVideoConstants.TAGS, List.of("a b", "c&d", "e+f")))))
                .containsExactly(wanted);
        assertThat(ids(list("title=Work", Map.of(ApiVideoConstants.TITLE, "Rome"))))
                .containsExactly(wanted);
        assertThat(ids(list("title=o", Map.of(ApiVideoConstants.METADATA, Map.of("who", "Jo", "a b", "x")))))
                .hasSize(1);
        assertThat(ids(list("liveStreamId=li1"))).isEmpty();
    }

    @Test
    void aBlankTextIsNoFilterAndTheOptionCounts() {
        List<String> created = create(2);
        fixture.template().request("apivideo:updateVideo?title=Other&videoId=" + created.get(1), exchange -> {});
        for (String blank : List.of("", " ")) {
            assertThat(ids(list("title=Other", Map.of(ApiVideoConstants.TITLE, blank))))
                    .containsExactly(created.get(1));
            assertThat(ids(list("", Map.of(ApiVideoConstants.DESCRIPTION, blank))))
                    .isEqualTo(created);
        }
    }

    /** The videos that are listed may be deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "tags", "liveStreamId", "metadata.slug"})
    void aFilterThatIsEmptyForAnExchangeIsRefusedBeforeAnythingIsAsked(String filter) {
        create(2);
        fixture.simulator().reset();

        Exchange exchange = list(filter + "=${header.slug}", Map.of("slug", " "));

        assertThat(exchange.getException())
                .hasMessage(filter + "=${header.slug}: is empty for this exchange, so that more would be chosen than is"
                        + " meant; set it, or leave it out");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void aHeaderStandsForAFilterThatIsEmpty() {
        List<String> created = create(2);
        fixture.template().request("apivideo:updateVideo?title=Other&videoId=" + created.get(1), exchange -> {});

        assertThat(ids(list("title=${header.slug}", Map.of(ApiVideoConstants.TITLE, "Other"))))
                .containsExactly(created.get(1));
    }

    @Test
    void theComponentsOptionsForNewVideosAreNoFilter() {
        fixture.options().setTags("ours");
        fixture.options().setTitle("Holiday");
        fixture.options().getMetadata().put("who", "Jo");
        String videoId = create("title=Other");
        assertThat(fixture.simulator().video(videoId).orElseThrow().creation()).containsEntry("tags", List.of("ours"));
        assertThat(fixture.template()
                        .request("apivideo:createVideo", exchange -> {})
                        .getException())
                .isNull();
        assertThat(ids(list(""))).hasSize(2);
        assertThat(ids(list("title=Holiday"))).hasSize(1);
    }

    @Test
    void discardedVideosAreAListOfTheirOwn() {
        create(2);
        Exchange exchange = fixture.template().request("apivideo:listDiscardedVideos", message -> {});
        assertThat(ids(exchange)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sortBy=views                     | sortBy=views: allowed are createdAt, publishedAt, title, updatedAt
                    sortOrder=up                     | sortOrder=up: allowed are asc, desc
                    pageSize=9                       | pageSize=9: allowed is a whole number from 10 to 100
                    pageSize=101                     | pageSize=101: allowed is a whole number from 10 to 100
                    currentPage=0                    | currentPage=0: allowed is a whole number from 1 to 999999999
                    currentPage=x                    | currentPage=x: allowed is a whole number from 1 to 999999999
                    outputType=stream&currentPage=2  | currentPage=2: not possible with outputType=stream, which reads all pages
                    """)
    void wrongOptionsAreRefusedBeforeARequest(String options, String message) {
        assertThat(list(options).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(requests()).isEmpty();
    }

    @Test
    void anUnknownOutputTypeIsRefusedAtTheStart() {
        assertThatThrownBy(() -> list("outputType=page"))
                .hasStackTraceContaining("outputType=page: allowed are list, stream");
    }

    @Test
    void moreThanTenThousandItemsAreRefusedBeforeTheyAreCollected() {
        create(1);
        String page = "{\"data\":[{\"videoId\":\"vi1\"}],\"pagination\":{\"itemsTotal\":10001,\"pagesTotal\":101}}";
        fixture.simulator().faults().on(RequestKind.LIST).then(Fault.answer(200, "application/json", page));
        assertThat(list("").getException())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "There are 10001 or more items in /videos, too many for one list: allowed are 10000. Set"
                                + " outputType=stream, which gives them one after another, or currentPage, which gives one page");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aStreamReadsAPageWhenItIsNeeded() {
        List<String> created = create(25);
        Exchange exchange = list("outputType=stream&pageSize=20");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.ITEMS_TOTAL))
                .isEqualTo(25L);
        Iterator<?> videos = exchange.getMessage().getBody(Iterator.class);
        assertThat(requests()).hasSize(1);
        IntStream.range(0, 20).forEach(index -> videos.next());
        assertThat(requests()).hasSize(1);
        assertThat(videos).toIterable().hasSize(5);
        assertThat(created).hasSize(25);
    }

    @Test
    void aRouteMayDeleteEachVideoOfAStream() throws Exception {
        create(45);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:clean")
                        .to("apivideo:listVideos?outputType=stream&pageSize=20")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .setHeader(ApiVideoConstants.VIDEO_ID, simple("${body.videoId}"))
                        .to("apivideo:deleteVideo")
                        .to("mock:deleted");
            }
        });
        MockEndpoint deleted = fixture.context().getEndpoint("mock:deleted", MockEndpoint.class);
        deleted.expectedMessageCount(45);
        assertThat(fixture.template().request("direct:clean", exchange -> {}).getException())
                .isNull();
        deleted.assertIsSatisfied();
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void aFailureOfTheFirstPageComesBeforeTheRouteGoesOn() {
        fixture.simulator().faults().on(RequestKind.LIST).then(Fault.status(400));
        assertThat(list("outputType=stream").getException()).isInstanceOf(ApiVideoException.Rejected.class);
    }

    @Test
    void aFailureInTheMiddleIsThrownWithItsCause() throws Exception {
        create(25);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:split")
                        .to("apivideo:listVideos?outputType=stream&pageSize=20&maxRetries=0")
                        .split(body())
                        .streaming()
                        .to("mock:item");
            }
        });
        fixture.simulator().faults().on(RequestKind.LIST).nth(2).then(Fault.status(503));
        Exchange exchange = fixture.template().request("direct:split", message -> {});
        assertThat(exchange.getException(ApiVideoException.class).getStatus()).isEqualTo(503);
        assertThat(fixture.context()
                        .getEndpoint("mock:item", MockEndpoint.class)
                        .getReceivedCounter())
                .isEqualTo(20);
    }

    @Test
    void aStoppedContextEndsAStream() {
        create(25);
        Iterator<?> videos = list("outputType=stream&pageSize=20").getMessage().getBody(Iterator.class);
        fixture.context().stop();
        IntStream.range(0, 20).forEach(index -> videos.next());
        assertThatThrownBy(videos::next)
                .isInstanceOf(CancellationException.class)
                .hasMessage("the component is stopping");
        assertThat(videos.hasNext()).isFalse();
    }
}
