// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A video is imported from a URL, or is a copy of another one. */
class CopyTest {

    private static final String URL = "https://media.example/films/Ferien%20in%20K%C3%B6ln.mp4?sign=a%2Bb&x=1";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody("an earlier body");
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private ReceivedVideo created(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("an earlier body");
        String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        return fixture.simulator().video(videoId).orElseThrow();
    }

    private String upload() {
        return fixture.received(fixture.upload("title=Holiday", TestVideo.of(10).bytes()))
                .videoId();
    }

    @Test
    void theServiceGetsTheUrlAndTheProperties() {
        Exchange exchange = call(
                "importVideo?tags=a,b&metadata.who=Jo&public=false",
                Map.of(
                        ApiVideoConstants.SOURCE,
                        URL,
                        ApiVideoConstants.VIDEO_ID,
                        "viEarlier",
                        ApiVideoConstants.CREATION,
                        Map.of("description", "sea")));
        Map<String, Object> creation = created(exchange).creation();
        assertThat(creation)
                .containsEntry("source", URL)
                .containsEntry("title", "Ferien in Köln.mp4")
                .containsEntry("description", "sea")
                .containsEntry("public", false)
                .containsEntry("tags", List.of("a", "b"));
        assertThat(creation.get("metadata").toString()).contains("who");
        assertThat(exchange.getMessage().getHeaders()).containsKey(ApiVideoConstants.PLAYER_URL);
    }

    @Test
    void theOptionMayBeSimpleAndTheTitleExplicit() {
        Exchange exchange =
                call("importVideo?source=https://${header.host}/a.mp4&title=Mine", Map.of("host", "media.example"));
        assertThat(created(exchange).creation())
                .containsEntry("source", "https://media.example/a.mp4")
                .containsEntry("title", "Mine");
        assertThat(created(call("importVideo?source=https://media.example/", Map.of()))
                        .title())
                .startsWith("Untitled video 2");
    }

    @Test
    void theComponentsOptionsForNewVideosHoldForCopiesToo() {
        fixture.options().setTags("ours");
        assertThat(created(call("importVideo?source=https://media.example/a.mp4", Map.of()))
                        .creation())
                .containsEntry("tags", List.of("ours"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ftp://jo:secret@host/a.mp4    | source=ftp:...
                    file:/etc/passwd              | source=file:...
                    https:///a.mp4                | source=https:...
                    https://host/a b.mp4?s=secret | source=https:...
                    httpsx://host/a.mp4           | source=httpsx:...
                    vi123secret                   | source
                    """)
    void anotherSourceIsRefusedAndNotRepeated(String source, String named) {
        assertThat(call("importVideo", Map.of(ApiVideoConstants.SOURCE, source)).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(named
                        + ": allowed is a URL with http or https, a host, and no character that needs to be encoded");
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).isEmpty();
    }

    @Test
    void aMissingSourceIsAnErrorAndTheBodyIsNone() {
        assertThat(call("importVideo", Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source: is missing; set the option, or the header CamelApiVideoSource");
    }

    @Test
    void headersAreNotReadIfTheyMustNot() {
        assertThat(call(
                                "importVideo?allowHeaderOverrides=false&source=https://media.example/a.mp4",
                                Map.of(ApiVideoConstants.SOURCE, "https://evil.example/b.mp4"))
                        .getException())
                .isNull();
        assertThat(fixture.simulator().videos().get(0).creation())
                .containsEntry("source", "https://media.example/a.mp4");
    }

    @ParameterizedTest
    @CsvSource({"importVideo?source=https://media.example/a.mp4", "cloneVideo?videoId=${header.original}&title=Mine"})
    void afterALostAnswerTheVideoIsFoundAndNotMadeTwice(String operation) {
        String original = upload();
        fixture.simulator().faults().on(RequestKind.CREATE).nth(1).then(Fault.loseAnswer());
        Exchange exchange = call(operation, Map.of("original", original));
        assertThat(created(exchange).creation()).containsKey("source");
        assertThat(fixture.simulator().videos()).hasSize(2);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(2);
    }

    @Test
    void aCopyHasTheTitleOfTheOriginalUnlessItIsSet() {
        String original = upload();
        Exchange exchange = call(
                "cloneVideo?clip.startTimecode=00:00:01&clip.endTimecode=00:00:02",
                Map.of(ApiVideoConstants.VIDEO_ID, original));
        ReceivedVideo copy = created(exchange);
        assertThat(copy.videoId()).isNotEqualTo(original);
        assertThat(copy.creation())
                .containsEntry("source", original)
                .containsEntry("title", "Holiday")
                .containsEntry("clip", Map.of("startTimecode", "00:00:01", "endTimecode", "00:00:02"));
        assertThat(created(call("cloneVideo?videoId=" + original + "&title=Mine", Map.of()))
                        .title())
                .isEqualTo("Mine");
        assertThat(created(call(
                                "cloneVideo?videoId=" + original,
                                Map.of(ApiVideoConstants.CREATION, "{\"title\":\"Yours\"}")))
                        .title())
                .isEqualTo("Yours");
        assertThat(fixture.simulator().requests(RequestKind.GET)).hasSize(1);
    }

    @Test
    void anAnswerThatInheritsMetadataIsNoReasonForAnotherCopy() {
        String original = upload();
        fixture.simulator().faults().on(RequestKind.CREATE).then(Fault.alterAnswer("/metadata", "[]"));
        assertThat(call("cloneVideo?title=Mine", Map.of(ApiVideoConstants.VIDEO_ID, original))
                        .getException())
                .isNull();
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    @Test
    void aCopyOfAVideoThatDoesNotExistIsAnError() {
        assertThat(call("cloneVideo", Map.of(ApiVideoConstants.VIDEO_ID, "vi1"))
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(404);
        assertThat(call("cloneVideo?title=Mine", Map.of(ApiVideoConstants.VIDEO_ID, "vi1"))
                        .getException(ApiVideoException.class)
                        .getProblem()
                        .name())
                .isEqualTo("source");
        assertThat(call("cloneVideo", Map.of()).getException())
                .hasMessage("videoId: is missing; set the option, or the header CamelApiVideoId");
    }

    @Test
    void metadataOfTheComponentsOwnIsRefused() {
        assertThat(call("importVideo?source=https://media.example/a.mp4&metadata.camel-apivideo-key=x", Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("metadata.camel-apivideo-key=x: keys that begin with camel-apivideo-");
    }
}
