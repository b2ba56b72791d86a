// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiValue;
import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.Tag;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists of what an account has. */
class AccountListsTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private enum Kind {
        UPLOAD_TOKENS("listUploadTokens", "/upload-tokens", "createUploadToken", "createdAt, ttl"),
        PLAYERS("listPlayers", "/players", "createPlayer", "createdAt, name, updatedAt"),
        LIVE_STREAMS("listLiveStreams", "/live-streams", "createLiveStream?name=Show", "createdAt, name, updatedAt"),
        SUMMARIES("listSummaries", "/summaries", "createSummary", "createdAt, updatedAt, videoId"),
        TAGS("listTags", "/tags", "createVideo?tags=${header.number}", "value, videoCount"),
        WEBHOOKS(
                "listWebhooks",
                "/webhooks",
                "createWebhook?events=video.summary.generated&webhookUrl=http://localhost:1/${header.number}",
                null);

        private final String operation;
        private final String path;
        private final String creation;
        private final String orders;

        Kind(String operation, String path, String creation, String orders) {
            this.operation = operation;
            this.path = path;
            this.creation = creation;
            this.orders = orders;
        }
    }

    private Exchange call(String operation, Map<String, Object> headers) {
        Exchange exchange = fixture.template().request("apivideo:" + operation, message -> message.getMessage()
                .setHeaders(new HashMap<>(headers)));
        return exchange;
    }

    private List<Object> list(String operation, Map<String, Object> headers) {
        Exchange exchange = call(operation, headers);
        assertThat(exchange.getException()).isNull();
        return List.copyOf((List<?>) exchange.getMessage().getBody());
    }

    private List<Object> created(Kind kind, int number) {
        List<Object> created = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Map<String, Object> headers = new HashMap<>(Map.of("number", i));
            if (kind == Kind.SUMMARIES) {
                headers.put(ApiVideoConstants.VIDEO_ID, videoId());
            }
            Exchange exchange = call(kind.creation, headers);
            assertThat(exchange.getException()).isNull();
            created.add(
                    kind == Kind.TAGS
                            ? new Tag(String.valueOf(i), 1L)
                            : exchange.getMessage().getBody());
        }
        return created;
    }

    private Object videoId() {
        return call("createVideo?title=x", Map.of()).getMessage().getHeader(ApiVideoConstants.VIDEO_ID);
    }

    @ParameterizedTest
    @EnumSource
    void hasAllItems(Kind kind) {
        assertThat(list(kind.operation, Map.of())).isEmpty();
        List<Object> created = created(kind, 3);
        assertThat(list(kind.operation, Map.of()))
                .hasOnlyElementsOfType(ApiValue.class)
                .hasSameElementsAs(created);
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsAStream(Kind kind) {
        List<Object> created = created(kind, 3);
        Iterator<?> items = call(kind.operation + "?outputType=stream", Map.of())
                .getMessage()
                .getBody(Iterator.class);
        List<Object> read = new ArrayList<>();
        items.forEachRemaining(read::add);
        assertThat(read).hasSameElementsAs(created);
    }

    @ParameterizedTest
    @EnumSource
    void isReadAgainAfterAFailureThatPasses(Kind kind) {
        fixture.simulator().faults().on("GET", kind.path).times(2).then(Fault.status(503));
        assertThat(list(kind.operation, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isSortedOnlyByItsOwnWords(Kind kind) {
        Exchange failed = call(kind.operation, Map.of(ApiVideoConstants.SORT_BY, "colour"));
        if (kind.orders != null) {
            assertThat(failed.getException()).hasMessage("sortBy=colour: allowed are " + kind.orders);
            for (String word : kind.orders.split(", ")) {
                list(kind.operation + "?sortOrder=desc&sortBy=" + word, Map.of());
            }
        } else {
            assertThat(failed.getException()).isNull();
        }
    }

    @Test
    void aLiveStreamIsFoundByItsNameOrItsKey() {
        List<Object> created = created(Kind.LIVE_STREAMS, 2);
        LiveStream second = (LiveStream) created.get(1);
        assertThat(list("listLiveStreams?name=how", Map.of())).hasSize(2);
        assertThat(list("listLiveStreams?name=none", Map.of())).isEmpty();
        assertThat(list("listLiveStreams", Map.of(ApiVideoConstants.STREAM_KEY, second.streamKey())))
                .isEqualTo(List.of(second));
    }

    @Test
    void webhooksAreFoundByOneEvent() {
        created(Kind.WEBHOOKS, 1);
        assertThat(list("listWebhooks?events=video.summary.generated", Map.of()))
                .hasSize(1);
        assertThat(list("listWebhooks?events=video.caption.generated", Map.of()))
                .isEmpty();
        assertThat(call("listWebhooks?events=a,b", Map.of()).getException())
                .hasMessage("events=a,b: allowed is one event, whose webhooks are listed");
    }

    @Test
    void tagsAreFoundByAPart() {
        created(Kind.TAGS, 12);
        assertThat(list("listTags?value=1", Map.of()))
                .isEqualTo(List.of(new Tag("1", 1L), new Tag("10", 1L), new Tag("11", 1L)));
    }

    @ParameterizedTest
    @CsvSource({"origin=api, 2", "origin=auto, 0", "sourceStatus=missing, 2", "sourceStatus=completed, 0"})
    void summariesAreFoundByOriginAndStatus(String filter, int number) {
        created(Kind.SUMMARIES, 2);
        assertThat(list("listSummaries?" + filter, Map.of())).hasSize(number);
    }
}
