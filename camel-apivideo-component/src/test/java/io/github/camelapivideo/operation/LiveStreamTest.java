// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.LiveStreamSettings;
import io.github.camelapivideo.api.account.Restream;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Live streams, their restreams, and the end of a broadcast. */
class LiveStreamTest {

    private static final String KEY = "streamKeyThatNobodyMaySee";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private LiveStream stream(String operation, Object body, Map<String, Object> headers) {
        Exchange exchange = call(operation, body, headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(LiveStream.class);
    }

    private static Map<String, Object> named(LiveStream stream) {
        return Map.of(ApiVideoConstants.LIVE_STREAM_ID, stream.liveStreamId());
    }

    private static Map<String, Object> restream(String name, String serverUrl, String streamKey) {
        Map<String, Object> restream = new HashMap<>();
        restream.put("name", name);
        restream.put("serverUrl", serverUrl);
        restream.put("streamKey", streamKey);
        return restream;
    }

    @Test
    void optionsAndTheBodyDescribeALiveStream() {
        Map<String, Object> other = restream("Other", "rtmps://host/app", KEY);
        LiveStream stream =
                stream("createLiveStream?name=Show&public=true", Map.of("restreams", List.of(other)), Map.of());
        assertThat(stream.name()).isEqualTo("Show");
        assertThat(stream.isPublic()).isTrue();
        assertThat(stream.streamKey()).isNotEmpty();
        assertThat(stream.restreams()).containsExactly(new Restream("Other", "rtmps://host/app", KEY));
    }

    @Test
    void noStreamKeyIsPrinted() {
        LiveStreamSettings settings =
                new LiveStreamSettings("Show", null, null, List.of(new Restream("Other", "rtmp://host/app", KEY)));
        LiveStream stream = stream("createLiveStream", settings, Map.of());
        assertThat(settings.toString()).doesNotContain(KEY);
        assertThat(stream.toString()).doesNotContain(KEY).doesNotContain(stream.streamKey());
        assertThat(fixture.context().getTypeConverter().convertTo(String.class, stream))
                .contains(KEY)
                .contains(stream.streamKey());
    }

    @Test
    void aNewLiveStreamNeedsAName() {
        assertThat(call("createLiveStream", Map.of("public", false), Map.of()).getException())
                .hasMessage("name: is missing; set the option, the header CamelApiVideoName, or name in the body");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void anUpdateSendsOnlyWhatIsSet() {
        LiveStream stream = stream("createLiveStream?name=Show&public=false", null, Map.of());

        LiveStream updated = stream("updateLiveStream?name=New", null, named(stream));

        assertThat(updated.name()).isEqualTo("New");
        assertThat(updated.isPublic()).isFalse();
    }

    @Test
    void anEmptyListOfRestreamsClearsIt() {
        Map<String, Object> other = restream("Other", "rtmp://host/app", KEY);
        LiveStream stream = stream("createLiveStream?name=Show", Map.of("restreams", List.of(other)), Map.of());
        assertThat(stream("updateLiveStream", Map.of("restreams", List.of()), named(stream))
                        .restreams())
                .isEmpty();
    }

    @Test
    void aNullInAnUpdateIsRefusedInsteadOfIgnored() {
        assertThat(call("updateLiveStream?liveStreamId=li1&name=Show", "{\"playerId\": null}", Map.of())
                        .getException())
                .hasMessage("Body: playerId=null: allowed is a value; a property that is not there stays as it is");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        assertThat(call("updateLiveStream?liveStreamId=li1", null, Map.of()).getException())
                .hasMessageStartingWith("There is nothing to update: ");
    }

    static Stream<Arguments> wrongRestreams() {
        return Stream.of(
                Arguments.of(
                        Collections.nCopies(6, restream("a", "rtmp://host/app", KEY)),
                        "restreams: has 6 entries; allowed are at most 5"),
                Arguments.of(
                        List.of(restream("a", "https://host/" + KEY, KEY)),
                        "restreams[0].serverUrl=https://host...: allowed is rtmp://host/app or rtmps://host/app"),
                Arguments.of(
                        List.of(restream("a", "http://user:" + KEY + "@host/a", KEY)),
                        "restreams[0].serverUrl=http://...: allowed is rtmp://host/app or rtmps://host/app"),
                Arguments.of(
                        List.of(restream("a", KEY, KEY)),
                        "restreams[0].serverUrl=...: allowed is rtmp://host/app or rtmps://host/app"),
                Arguments.of(
                        List.of(restream("a", "rtmp://host/app", KEY), restream("b", "rtmp://host/app", "")),
                        "restreams[1].streamKey: is missing; allowed is a text"),
                Arguments.of(
                        List.of(restream(" ", "rtmp://host/app", KEY)),
                        "restreams[0].name: is missing; allowed is a text"));
    }

    @ParameterizedTest
    @MethodSource("wrongRestreams")
    void aWrongRestreamIsRefusedWithoutItsKey(List<?> restreams, String message) {
        assertThat(call("createLiveStream?name=Show", Map.of("restreams", restreams), Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Body: " + message)
                .hasMessageNotContaining(KEY);
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void noMessageRepeatsAKeyInARestreamOfAnotherForm() {
        for (Object restreams : Arrays.asList(
                restream("a", "rtmp://host/app", KEY),
                List.of(Map.of("streamKey", KEY, "unknown", "x")),
                List.of(Map.of("name", "a", "streamKey", Map.of("streamKey", KEY))),
                List.of(Map.of("name", "a", "serverUrl", "rtmp://host/app", "key", KEY)),
                List.of("rtmp://host/app/" + KEY),
                "rtmp://host/app/" + KEY,
                "[{\"streamKey\": \"" + KEY + "\"}]")) {
            Exchange exchange = call("createLiveStream?name=Show", Map.of("restreams", restreams), Map.of());
            assertThat(exchange.getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("restreams"))
                    .hasMessageNotContaining(KEY);
        }
    }

    @Test
    void completingKeepsTheExchange() {
        LiveStream stream = stream("createLiveStream?name=Show", null, Map.of());
        Exchange exchange = call("completeLiveStream", "an earlier body", named(stream));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("an earlier body");
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(named(stream));
    }

    @Test
    void completingMayBeRepeatedWhenItsAnswerIsLost() {
        LiveStream stream = stream("createLiveStream?name=Show", null, Map.of());
        fixture.simulator()
                .faults()
                .on("PUT", "/live-streams/{id}/complete")
                .times(1)
                .then(Fault.loseAnswer());
        fixture.simulator()
                .faults()
                .on("PUT", "/live-streams/{id}/complete")
                .times(1)
                .then(Fault.status(400));
        assertThat(call("completeLiveStream", null, named(stream)).getException())
                .isNull();
        assertThat(call("completeLiveStream?liveStreamId=li1", null, Map.of()).getException())
                .hasMessageContaining("404");
    }
}
