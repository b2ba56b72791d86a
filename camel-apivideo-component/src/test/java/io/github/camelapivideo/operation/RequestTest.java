// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that no other operation sends; it stays below the account's base URI. */
class RequestTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String options, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:request?" + options, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private Exchange done(String options, Object body, Map<String, Object> headers) {
        Exchange exchange = call(options, body, headers);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private String videoId() {
        return fixture.template()
                .request("apivideo:createVideo?title=x&tags=a,b", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    @Test
    void aHeaderIsOneSegmentOfThePath() {
        String videoId = videoId();
        Exchange exchange = done("path=/videos/{id}/status", "an earlier body", Map.of("id", videoId));
        assertThat(exchange.getMessage().getBody(String.class)).contains("\"playable\":false");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.STATUS_CODE))
                .isEqualTo(200);
    }

    @Test
    void theBodyIsSentAndAnEmptyAnswerIsNull() {
        Map<String, Object> id = Map.of("id", videoId());
        for (Object body : List.of(Map.of("title", "new"), "{\"title\": \"new\"}", "{\"title\": \"new\"}".getBytes())) {
            assertThat(done("method=PATCH&path=/videos/{id}", body, id)
                            .getMessage()
                            .getBody(String.class))
                    .contains("\"title\":\"new\"");
        }
        Exchange deleted = done("method=DELETE&path=/videos/{id}", "an earlier body", id);
        assertThat(deleted.getMessage().getBody()).isNull();
        assertThat(deleted.getMessage().getHeader(ApiVideoConstants.STATUS_CODE))
                .isEqualTo(204);
    }

    @Test
    void theQueryIsAMapOrText() {
        videoId();
        for (Object query :
                List.of(Map.of("tags[]", List.of("a", "b"), "pageSize", 10), "tags[]=a&tags[]=b&pageSize=10")) {
            Exchange found = done("path=/videos", null, Map.of(ApiVideoConstants.QUERY, query));
            assertThat(found.getMessage().getBody(String.class)).contains("\"itemsTotal\":1");
        }
        Exchange none = done("path=/videos", null, Map.of(ApiVideoConstants.QUERY, Map.of("tags[]", "c")));
        assertThat(none.getMessage().getBody(String.class)).contains("\"itemsTotal\":0");
    }

    @Test
    void theTextOfAQueryIsEncodedAsInAUrl() {
        fixture.template().request("apivideo:createVideo?title=RAW(50% & more)&tags=a b,c", exchange -> {});
        for (Object query : List.of(
                "title=50%25+%26%20more&tags[]=a%20b&tags%5B%5D=c&",
                Map.of("title", "50% & more", "tags[]", new String[] {"a b", "c"}))) {
            Exchange found = done("path=/videos", null, Map.of(ApiVideoConstants.QUERY, query));
            assertThat(found.getMessage().getBody(String.class)).contains("\"itemsTotal\":1");
        }
        done("path=/videos", null, Map.of(ApiVideoConstants.QUERY, " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "?title=x", "title=50%", "=x", "[a]"})
    void aTextThatIsNoQueryIsRefused(String query) {
        assertThat(call("path=/videos", null, Map.of(ApiVideoConstants.QUERY, query))
                        .getException())
                .hasMessage("Header CamelApiVideoQuery: allowed is a Map, or text such as name=value&other=value,"
                        + " encoded as in a URL");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void whatMayBeRepeatedIs() {
        Map<String, Object> id = Map.of("id", videoId());
        fixture.simulator().faults().on("DELETE", "/videos/{id}").times(1).then(Fault.loseAnswer());
        done("method=DELETE&path=/videos/{id}", null, id);
        assertThat(call("method=DELETE&path=/videos/{id}", null, id)
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(404);
        fixture.simulator().faults().on("GET", "/tags").times(1).then(Fault.loseAnswer());
        done("path=/tags", null, Map.of());
    }

    @Test
    void aPostWhoseAnswerIsLostIsNotRepeated() {
        fixture.simulator().faults().on("POST", "/players").times(1).then(Fault.loseAnswer());
        assertThat(call("method=POST&path=/players", null, Map.of()).getException())
                .isInstanceOf(ApiVideoException.InDoubt.class)
                .hasMessageStartingWith("POST /players may have worked");
        done("method=POST&path=/players", null, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "videos",
                "/",
                "//videos",
                "/videos/",
                "/../videos",
                "/videos/..",
                "/videos/.",
                "/videos/%252e%252e",
                "/a%3Fb",
                "/a%23b",
                "/a%5Cb",
                "/a@b",
                "/a:b",
                "http://evil.example/videos",
                "/videos/x{id}"
            })
    void aPathThatCouldLeaveTheServiceIsRefused(String path) {
        assertThatThrownBy(() -> fixture.template().requestBody("apivideo:request?path=" + path, (Object) null))
                .hasStackTraceContaining("path=")
                .hasStackTraceContaining(": allowed are segments of letters, digits, - . _ and ~, or {header}");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", ".", "a\\b", "a\nb", "/etc"})
    void aHeaderThatIsMoreThanASegmentIsRefused(String value) {
        assertThat(call("path=/videos/{id}", null, Map.of("id", value)).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Header id=")
                .hasMessageEndingWith(": allowed is one segment of a path, without / and \\, and not . or ..");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void otherCharactersAreEncoded() {
        assertThat(call("path=/videos/{id}", null, Map.of("id", "a?b#c%2Fd e"))
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(404);
        assertThat(fixture.simulator().requests().get(1).path()).startsWith("/videos/a");
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/api-key, , the component itself logs in",
        "/{a}/refresh, auth, the component itself logs in",
        "/upload, , the operations upload and uploadPart send them",
        "/videos/vi1/{a}, source, the operations upload and uploadPart send them",
        "/upload-tokens/{a}, to1, getUploadToken and deleteUploadToken keep the token out of logs"
    })
    void whatOtherOperationsDoForAReasonIsRefused(String path, String header, String why) {
        assertThatThrownBy(() -> {
                    Exchange exchange =
                            call("method=POST&path=" + path, null, header == null ? Map.of() : Map.of("a", header));
                    throw exchange.getException();
                })
                .hasStackTraceContaining("not possible with request; ")
                .hasStackTraceContaining(why);
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void withoutHeadersThereAreNoVariables() {
        assertThatThrownBy(() -> fixture.template()
                        .requestBody("apivideo:request?allowHeaderOverrides=false&path=/videos/{id}", (Object) null))
                .hasStackTraceContaining("path=/videos/{id}: has variables, whose values are headers of the message");
        Exchange fixed = done(
                "allowHeaderOverrides=false&path=/tags",
                null,
                Map.of(ApiVideoConstants.QUERY, Map.of("unknown", "refused")));
        assertThat(fixed.getMessage().getHeader(ApiVideoConstants.STATUS_CODE)).isEqualTo(200);
    }

    @Test
    void whatIsMissingOrNoJsonIsNamed() {
        assertThat(call("path=/videos/{id}", null, Map.of()).getException())
                .hasMessage("path: the header id is missing, which has the value of {id}");
        assertThat(call("method=POST&path=/players", "no JSON", Map.of()).getException())
                .hasMessage("Body: is not the text of a JSON object or array");
        assertThat(call("method=POST&path=/players", new java.io.File("x"), Map.of())
                        .getException())
                .hasMessage("Body is a java.io.File: allowed is a value of the service, a Map, a List or JSON text");
        assertThat(call("path=/live-streams", null, Map.of(ApiVideoConstants.QUERY, Map.of("streamKey", "secret1")))
                        .getException())
                .hasMessageContaining("listLiveStreams keeps the key out of logs")
                .hasMessageNotContaining("secret1");
        assertThat(fixture.simulator().requests()).isEmpty();
    }
}
