// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.account.Summary;
import io.github.camelapivideo.api.account.SummarySource;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A video has at most one summary, whose text the service or the user writes. */
class SummaryTest {

    private static final String TEXT = "word ".repeat(20).trim();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private Map<String, Object> video() {
        Object videoId =
                call("createVideo?title=x", null, Map.of()).getMessage().getHeader(ApiVideoConstants.VIDEO_ID);
        return Map.of(ApiVideoConstants.VIDEO_ID, videoId);
    }

    private Exchange created(String options, Map<String, Object> video) {
        Exchange exchange = call("createSummary" + options, "any body", video);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private int summaries() {
        return call("listSummaries", null, Map.of())
                .getMessage()
                .getBody(List.class)
                .size();
    }

    @Test
    void itsTextIsWrittenAndRead() {
        Map<String, Object> headers = created("", video()).getMessage().getHeaders();

        Map<String, Object> text = Map.of("abstract", TEXT);
        Exchange written = call("updateSummarySource", text, headers);
        assertThat(written.getMessage().getBody(SummarySource.class).text()).isEqualTo(TEXT);
        written = call("updateSummarySource", new SummarySource(null, List.of("one", "two")), headers);
        assertThat(written.getException()).isNull();

        SummarySource read =
                call("getSummarySource", null, headers).getMessage().getBody(SummarySource.class);
        assertThat(read).isEqualTo(new SummarySource(TEXT, List.of("one", "two")));
    }

    @Test
    void theOptionsSayThatTheServiceWritesIt() {
        Summary summary = created("?origin=auto&summaryAttributes=abstract,takeaways", video())
                .getMessage()
                .getBody(Summary.class);
        assertThat(summary.origin()).isEqualTo("auto");
        assertThat(created("?origin=api", video())
                        .getMessage()
                        .getBody(Summary.class)
                        .sourceStatus())
                .isEqualTo("missing");
    }

    @Test
    void isDeletedAndGoesWithItsHeader() {
        Map<String, Object> headers = created("", video()).getMessage().getHeaders();
        fixture.simulator().faults().on("DELETE", "/summaries/{id}").times(1).then(Fault.loseAnswer());
        Exchange deleted = call("deleteSummary", "an earlier body", headers);
        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getBody()).isEqualTo("an earlier body");
        assertThat(deleted.getMessage().getHeaders()).doesNotContainKey(ApiVideoConstants.SUMMARY_ID);
        assertThat(summaries()).isZero();
    }

    @Test
    void aCreationWhoseAnswerIsLostIsFound() {
        fixture.simulator().faults().on("POST", "/summaries").times(1).then(Fault.loseAnswer());
        Map<String, Object> video = video();
        Summary summary = created("", video).getMessage().getBody(Summary.class);
        assertThat(summary.videoId()).isEqualTo(video.get(ApiVideoConstants.VIDEO_ID));
        assertThat(summaries()).isEqualTo(1);
    }

    @Test
    void aSecondOneIsRefused() {
        Map<String, Object> video = video();
        created("", video);
        ApiVideoException refused = call("createSummary", null, video).getException(ApiVideoException.Rejected.class);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getProblem().slug()).isEqualTo("summary-already-exists");
    }

    @Test
    void aRefusalAfterALostAnswerIsNoSuccessIfTheSummaryIsAnotherOne() {
        Map<String, Object> video = video();
        created("", video);
        fixture.simulator().faults().on("POST", "/summaries").times(1).then(Fault.loseAnswer());
        assertThat(call("createSummary?origin=auto", null, video)
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void aTextThatTheServiceDoesNotWantIsRefused() {
        assertRefused(Map.of("abstract", "too short"), "Body: abstract: has 2 words; allowed are 20 to 300");
        assertRefused(Map.of("abstract", "word ".repeat(301)), "Body: abstract: has 301 words; allowed are 20 to 300");
        assertRefused(
                Map.of("takeaways", List.of("1", "2", "3", "4")),
                "Body: takeaways: has 4 entries; allowed are at most 3");
        assertRefused(Map.of("text", TEXT), "Body: unknown property 'text'; allowed are abstract, takeaways");
        assertRefused(null, "There is nothing to update: ");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    private void assertRefused(Object body, String message) {
        assertThat(call("updateSummarySource?summaryId=summary_1", body, Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void wordsWithoutSpacesAreCountedByTheService() {
        Map<String, Object> headers = created("", video()).getMessage().getHeaders();
        assertThat(call("updateSummarySource", Map.of("abstract", "\u6982\u8981".repeat(30)), headers)
                        .getException())
                .isNull();
    }
}
