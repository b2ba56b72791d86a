// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ApiVideoEndpoint;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoUpdate;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set changes a video, and nothing else does. */
class UpdateVideoTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private final TestVideo bytes = TestVideo.of(10);
    private String videoId;

    @BeforeEach
    void upload() {
        Exchange uploaded = fixture.upload(
                "title=Holiday&description=sea&tags=a,b&metadata.who=Jo&metadata.where=Rome&public=false&panoramic=true"
                        + "&mp4Support=false&playerId=pl1&language=fr&uploadKey=key",
                bytes.bytes());
        videoId = fixture.received(uploaded).videoId();
    }

    private Exchange update(String options, Map<String, Object> headers) {
        return fixture.template().request("apivideo:updateVideo?videoId=" + videoId + options, exchange -> {
            exchange.getMessage().setBody("an earlier body");
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private Exchange updateAll(Object changes) {
        return update("", Map.of(ApiVideoConstants.UPDATE, changes));
    }

    private static Video video(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Video.class);
    }

    private Video stored() {
        return video(fixture.template().request("apivideo:getVideo?videoId=" + videoId, exchange -> {}));
    }

    private List<Metadata> ownMetadata() {
        return stored().metadata().stream()
                .filter(entry -> !entry.key().startsWith("camel-apivideo-"))
                .toList();
    }

    private int requests() {
        return fixture.simulator().requests(RequestKind.UPDATE).size();
    }

    @Test
    void whatIsNotSetStays() {
        Video before = stored();
        Exchange exchange = update("&title=Work", Map.of());
        assertThat(video(exchange).title()).isEqualTo("Work");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.VIDEO_ID, videoId)
                .containsKey(ApiVideoConstants.PLAYER_URL);
        Video after = stored();
        assertThat(after.title()).isEqualTo("Work");
        assertThat(after.description()).isEqualTo("sea");
        assertThat(after.isPublic()).isFalse();
        assertThat(after.panoramic()).isTrue();
        assertThat(after.mp4Support()).isFalse();
        assertThat(after.playerId()).isEqualTo("pl1");
        assertThat(after.language()).isEqualTo("fr");
        assertThat(after.tags()).isEqualTo(before.tags());
        assertThat(after.metadata()).isEqualTo(before.metadata());
    }

    @Test
    void optionsOfTheComponentAreNoChanges() {
        fixture.options().setPublic(true);
        fixture.options().setTags("theirs");
        fixture.options().setPlayerId("pl2");
        fixture.options().getMetadata().put("who", "Ann");
        assertThat(update("", Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("updateVideo: there is nothing to change; set one of the options title, ")
                .hasMessageContaining("CamelApiVideoUpdate");
        assertThat(requests()).isZero();
        Video after = video(update("&description=lake", Map.of()));
        assertThat(after.isPublic()).isFalse();
        assertThat(after.tags()).containsExactly("a", "b");
        assertThat(after.playerId()).isEqualTo("pl1");
    }

    @Test
    void anOptionOfTheEndpointIsAChangeEvenIfTheComponentHasTheSame() throws Exception {
        fixture.options().setPublic(true);
        assertThat(video(update("&public=true", Map.of())).isPublic()).isTrue();
        ApiVideoEndpoint endpoint = fixture.context()
                .getEndpoint(
                        "apivideo:updateVideo?videoId=" + videoId + "&lazyStartProducer=true", ApiVideoEndpoint.class);
        endpoint.getConfiguration().setMp4Support(true);
        assertThat(fixture.template().send(endpoint, exchange -> {}).getException())
                .isNull();
        assertThat(stored().mp4Support()).isTrue();
    }

    @Test
    void everyAttributeCanBeSetByAHeader() {
        Video after = video(update(
                "&title=${header.name}&description=option",
                Map.of(
                        "name",
                        "Work",
                        ApiVideoConstants.DESCRIPTION,
                        "",
                        ApiVideoConstants.PUBLIC,
                        true,
                        ApiVideoConstants.PANORAMIC,
                        false,
                        ApiVideoConstants.MP4_SUPPORT,
                        "true",
                        ApiVideoConstants.PLAYER_ID,
                        "pl2",
                        ApiVideoConstants.LANGUAGE,
                        "en",
                        ApiVideoConstants.TAGS,
                        "c, d")));
        assertThat(after.title()).isEqualTo("Work");
        assertThat(after.description()).isEmpty();
        assertThat(after.isPublic()).isTrue();
        assertThat(after.panoramic()).isFalse();
        assertThat(after.mp4Support()).isTrue();
        assertThat(after.playerId()).isEqualTo("pl2");
        assertThat(after.language()).isEqualTo("en");
        assertThat(after.tags()).containsExactly("c", "d");
    }

    @Test
    void allChangesComeAsARecordAMapOrJson() {
        VideoUpdate update =
                new VideoUpdate("one", null, null, null, null, null, null, List.of("x"), null, null, null, null, null);
        assertThat(video(updateAll(update)).title()).isEqualTo("one");
        assertThat(stored().tags()).containsExactly("x");
        assertThat(video(updateAll(Map.of("title", "two", "public", true))).isPublic())
                .isTrue();
        assertThat(video(updateAll("{\"title\":\"three\",\"metadata\":[{\"key\":\"k\",\"value\":\"v\"}]}"))
                        .title())
                .isEqualTo("three");
        assertThat(ownMetadata()).containsExactly(new Metadata("k", "v"));
        assertThat(video(update(
                                "&title=option",
                                Map.of(
                                        ApiVideoConstants.UPDATE,
                                        "{\"title\":\"four\"}",
                                        ApiVideoConstants.TITLE,
                                        "five")))
                        .title())
                .isEqualTo("five");
    }

    @Test
    void anEmptyListEmptiesAndAnEmptyTextDoesNot() {
        update("&title=x&tags=${header.missing}", Map.of(ApiVideoConstants.METADATA, ""));
        update("&title=x", Map.of(ApiVideoConstants.TAGS, " "));
        assertThat(stored().tags()).containsExactly("a", "b");
        assertThat(ownMetadata()).hasSize(2);
        assertThat(video(update("", Map.of(ApiVideoConstants.TAGS, List.of()))).tags())
                .isEmpty();
        update("&tags=c&metadata.k=v", Map.of());
        assertThat(video(updateAll("{\"tags\":[],\"metadata\":[]}")).tags()).isEmpty();
        assertThat(ownMetadata()).isEmpty();
    }

    @Test
    void tagsAndMetadataReplaceThoseOfTheVideo() {
        update("&tags=c&metadata.k=v", Map.of());
        assertThat(stored().tags()).containsExactly("c");
        assertThat(ownMetadata()).containsExactly(new Metadata("k", "v"));
    }

    @Test
    void mergedTheyAreAdded() {
        update("&tags=b,c&metadata.who=Ann&metadata.k=v&updateMode=merge", Map.of());
        assertThat(stored().tags()).containsExactly("a", "b", "c");
        assertThat(ownMetadata())
                .containsExactlyInAnyOrder(
                        new Metadata("where", "Rome"), new Metadata("who", "Ann"), new Metadata("k", "v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&metadata.k=v", "&metadata.k=v&updateMode=merge"})
    void aLaterUploadStillFindsTheVideoByItsKey(String changes) {
        update(changes, Map.of());
        Exchange again = fixture.upload("uploadKey=key", bytes.bytes());
        assertThat(fixture.received(again).videoId()).isEqualTo(videoId);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void metadataThatWereReadMayBeGivenBackButTheLabelCannotBeChanged() {
        List<Metadata> all = stored().metadata();
        assertThat(update("", Map.of(ApiVideoConstants.METADATA, all)).getException())
                .isNull();
        assertThat(stored().metadata()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(update("&metadata.camel-apivideo-key=other", Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("metadata.camel-apivideo-key=other: keys that begin with camel-apivideo-");
    }

    @Test
    void aPlayerIsRemoved() {
        assertThat(video(updateAll("{\"playerId\":null}")).playerId()).isNull();
        assertThat(video(update("&playerId=pl2", Map.of())).playerId()).isEqualTo("pl2");
        assertThat(video(update("&removePlayer=true", Map.of())).playerId()).isNull();
        assertThat(stored().title()).isEqualTo("Holiday");
    }

    @Test
    void whatSaysFirstOfThePlayerCounts() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("playerId", null);
        assertThat(video(update(
                                "&playerId=pl3",
                                Map.of(ApiVideoConstants.UPDATE, changes, ApiVideoConstants.PLAYER_ID, "pl2")))
                        .playerId())
                .isEqualTo("pl2");
        assertThat(video(update("&playerId=pl3", Map.of(ApiVideoConstants.UPDATE, changes)))
                        .playerId())
                .isNull();
        assertThat(video(update("&removePlayer=true", Map.of(ApiVideoConstants.UPDATE, Map.of("playerId", "pl4"))))
                        .playerId())
                .isEqualTo("pl4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    &removePlayer=true&playerId=pl2 |                          | removePlayer=true: not possible with playerId=pl2; allowed is one of them
                    ''                              | {"title":null}           | Header CamelApiVideoUpdate: title=null: allowed is null for playerId alone
                    ''                              | {"clip":{}}              | Header CamelApiVideoUpdate: unknown property 'clip'; allowed are title, description, public,
                    ''                              | {"language":"xx"}        | Header CamelApiVideoUpdate: language=xx: allowed are
                    ''                              | {"playerId":" "}         | Header CamelApiVideoUpdate: playerId= : allowed is the identifier of a player
                    &title=x                        | {"removePlayer":"yes"}   | Header CamelApiVideoUpdate: removePlayer=yes: allowed are true, false
                    &title=x                        | {"removePlayer":null}    | Header CamelApiVideoUpdate: removePlayer=null: allowed is null for playerId alone
                    ''                              | title                    | Header CamelApiVideoUpdate: is not the text of a JSON object
                    &title=${header.missing}        |                          | updateVideo: there is nothing to change
                    """)
    void whatCannotBeIsRefusedBeforeARequest(String options, String all, String message) {
        Exchange exchange =
                all == null ? update(options, Map.of()) : update(options, Map.of(ApiVideoConstants.UPDATE, all));
        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(requests()).isZero();
        assertThat(exchange.getMessage().getBody()).isEqualTo("an earlier body");
    }

    @Test
    void optionsThatAnUpdateCannotChangeAreRefusedAtTheStart() {
        for (String options : List.of("&clip.startTimecode=1", "&watermark.id=x", "&updateMode=add")) {
            assertThatThrownBy(() -> update(options, Map.of()))
                    .hasStackTraceContaining(
                            options.contains("updateMode")
                                    ? "updateMode=add: allowed are replace, merge"
                                    : "updateVideo does not read this option");
        }
    }

    @Test
    void headersAreNotReadIfTheyMustNot() {
        Exchange exchange = update(
                "&title=ours&allowHeaderOverrides=false",
                Map.of(ApiVideoConstants.UPDATE, "{\"tags\":[]}", ApiVideoConstants.TITLE, "theirs"));
        assertThat(video(exchange).title()).isEqualTo("ours");
        assertThat(stored().tags()).isNotEmpty();
    }

    @Test
    void anUpdateIsRepeatedAfterALostAnswer() {
        fixture.simulator().faults().on(RequestKind.UPDATE).nth(1).then(Fault.loseAnswer());
        assertThat(video(update("&title=Work", Map.of())).title()).isEqualTo("Work");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void afterALostAnswerASummaryThatExistsIsTheOneThatWasAskedFor() {
        fixture.simulator().faults().on(RequestKind.UPDATE).nth(1).then(Fault.loseAnswer());
        assertThat(video(update("&transcriptSummary=true", Map.of())).videoId()).isEqualTo(videoId);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void theRestIsChangedAllTheSame() {
        update("&transcriptSummary=true", Map.of());
        fixture.simulator().faults().on(RequestKind.UPDATE).nth(1).then(Fault.status(503));
        assertThat(video(update("&transcriptSummary=true&title=Work", Map.of())).title())
                .isEqualTo("Work");
        assertThat(stored().title()).isEqualTo("Work");
    }

    @Test
    void aSecondSummaryIsRefused() {
        update("&transcriptSummary=true", Map.of());
        ApiVideoException refused = update("&transcriptSummary=true", Map.of()).getException(ApiVideoException.class);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getProblem().slug()).isEqualTo("summary-already-exists");
    }

    @Test
    void aVideoThatDoesNotExistIsAnError() {
        videoId = "vi1";
        assertThat(update("&title=x", Map.of())
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(404);
        assertThat(update("&metadata.k=v", Map.of())
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(404);
    }
}
