// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads through the Kamelet. */
class KameletTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void aBodyThatIsSentToItBecomesAVideo() {
        for (String title : List.of("first", "second")) {
            TestVideo video = TestVideo.of(TestVideo.PART + 1);
            Exchange exchange = fixture.template()
                    .request(
                            "kamelet:apivideo-upload-sink?apiKey=RAW("
                                    + fixture.simulator().apiKey() + ")&baseUri="
                                    + fixture.simulator().baseUri() + "&title=" + title + "&partSize=5MiB",
                            sent -> sent.getMessage().setBody(video.stream()));
            fixture.assertArrived(exchange, video);
            assertThat(fixture.received(exchange).title()).isEqualTo(title);
            assertThat(fixture.received(exchange).creation()).doesNotContainKeys("description", "tags");
        }
    }

    private static Exchange send(ApiVideoFixture fixture, String target, TestVideo video, Map<String, Object> headers)
            throws Exception {
        String entrance = "direct:" + fixture.context().getRoutesSize();
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(entrance).to(target);
            }
        });
        Exchange exchange = fixture.template().request(entrance, sent -> {
            sent.getMessage().setBody(video.bytes());
            sent.getMessage().setHeaders(new HashMap<>(headers));
        });
        fixture.assertArrived(exchange, video);
        return exchange;
    }

    private static void configure(ApiVideoFixture fixture, Map<String, String> properties) {
        Properties all = new Properties();
        properties.forEach((name, value) -> all.put("camel.kamelet.apivideo-upload-sink." + name, value));
        all.put("camel.kamelet.apivideo-upload-sink.apiKey", fixture.simulator().apiKey());
        all.put(
                "camel.kamelet.apivideo-upload-sink.baseUri",
                fixture.simulator().baseUri().toString());
        fixture.context().getPropertiesComponent().setOverrideProperties(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b=c", "100%25 +1", "(x)&RAW(y)", "\"quoted\" \\ \n } ]", "köln 映画 \uD83C\uDFA5"})
    void metadataArrivesAsItIs(String text) throws Exception {
        String json = new ObjectMapper().writeValueAsString(Map.of("na=me & co", text));
        configure(fixture, Map.of("metadata", json));
        Exchange exchange = send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of());
        assertThat(fixture.received(exchange).creation().get("metadata"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("key", "na=me & co", "value", text));
    }

    @Test
    void metadataThatIsNoObjectIsRefusedBeforeAnythingIsSent() {
        configure(fixture, Map.of("metadata", "desk=news"));
        assertThatThrownBy(() -> send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of()))
                .hasStackTraceContaining("metadata: is not a JSON object of texts, numbers and booleans; allowed are"
                        + " metadata.name=value, or text such as {\"name\": \"value\"}");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void theVideoIsDescribedByItsPropertiesAndWaitedFor() throws Exception {
        fixture.restart(simulator -> simulator.encodingTime(Duration.ofMillis(50)));
        configure(
                fixture,
                Map.of(
                        "language",
                        "fr",
                        "playerId",
                        "pt1",
                        "mp4Support",
                        "false",
                        "panoramic",
                        "true",
                        "waitFor",
                        "playable",
                        "fileName",
                        "other.mp4",
                        "transcript",
                        "true"));
        Exchange exchange = send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of());
        assertThat(fixture.received(exchange).creation())
                .containsEntry("language", "fr")
                .containsEntry("playerId", "pt1")
                .containsEntry("mp4Support", false)
                .containsEntry("panoramic", true)
                .containsEntry("transcript", true);
        assertThat(fixture.parts()).extracting(RecordedRequest::fileName).containsOnly("other.mp4");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYABLE)).isEqualTo(true);
    }

    private static void assertDescribed(ReceivedVideo received, String text) {
        assertThat(received.creation())
                .containsEntry("title", text)
                .containsEntry("description", text)
                .containsEntry("tags", List.of(text));
        assertThat(received.creation().get("metadata").toString())
                .contains("{key=camel-apivideo-key, value=" + text + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tom & Jerry 100% +1",
                "a&baseUri=http://evil.example&apiKey=x",
                "100%25 %41 %2B +",
                "a=b?c#d (e) [f] <g> \"h\" 'i' \\n | ^ `",
                "RAW(x)&RAW{y}",
                "köln 映画 \uD83C\uDFA5"
            })
    void oddCharactersInItsPropertiesArriveAsTheyAre(String text) throws Exception {
        configure(fixture, Map.of("title", text, "description", text, "tags", text, "uploadKey", text));
        Exchange exchange = send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of());
        assertDescribed(fixture.received(exchange), text);
    }

    @Test
    void andInItsUriAsRaw() throws Exception {
        configure(fixture, Map.of());
        String raw = "RAW(Tom & Jerry 100% +1)";
        Exchange exchange = send(
                fixture,
                "kamelet:apivideo-upload-sink?title=" + raw + "&description=" + raw + "&tags=" + raw + "&uploadKey="
                        + raw,
                TestVideo.of(10),
                Map.of());
        assertDescribed(fixture.received(exchange), "Tom & Jerry 100% +1");
    }

    @Test
    void simpleInItsPropertiesIsEvaluatedOnceForEachExchange() throws Exception {
        configure(fixture, Map.of("title", "${header.who} & co", "uploadKey", "${header.who}"));
        for (String who : List.of("Tom", "${header.secret} 100%")) {
            Exchange exchange =
                    send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of("who", who, "secret", "s"));
            assertThat(fixture.received(exchange).title()).isEqualTo(who + " & co");
        }
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    @Test
    void withoutHeaderOverridesItsPropertiesArriveAndNoHeaderOfTheCaller() throws Exception {
        configure(fixture, Map.of("title", "ours & only", "allowHeaderOverrides", "false"));
        Exchange exchange = send(
                fixture,
                "kamelet:apivideo-upload-sink",
                TestVideo.of(10),
                Map.of(ApiVideoConstants.TITLE, "theirs", ApiVideoConstants.DESCRIPTION, "theirs"));
        assertThat(fixture.received(exchange).creation())
                .containsEntry("title", "ours & only")
                .doesNotContainKey("description");
    }

    @Test
    void itLeavesNoHeaderForALaterUploadBeyondTheAnswer() throws Exception {
        configure(fixture, Map.of("title", "a", "tags", "b", "uploadKey", "c"));
        Exchange exchange = send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of());
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(ApiVideoConstants.TITLE, ApiVideoConstants.TAGS, ApiVideoConstants.UPLOAD_KEY);
    }

    @Test
    void itsKeyIsInNoUriOfTheComponent() throws Exception {
        configure(fixture, Map.of());
        send(fixture, "kamelet:apivideo-upload-sink", TestVideo.of(10), Map.of());
        assertThat(fixture.context().getEndpoints())
                .extracting(Endpoint::getEndpointUri)
                .anyMatch(uri -> uri.startsWith("apivideo:"))
                .noneMatch(uri -> uri.contains(fixture.simulator().apiKey()));
    }

    /** Camel would hand over its properties encoded, and whatever a sender wrote into them. */
    @Test
    void toDIsRefusedBeforeAnythingIsSent() throws Exception {
        configure(fixture, Map.of());
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD("kamelet:apivideo-upload-sink?title=${header.title}");
            }
        });
        Exchange exchange = fixture.template().request("direct:dynamic", sent -> {
            sent.getMessage().setBody(TestVideo.of(10).bytes());
            sent.getMessage().setHeader("title", "${header.secret}");
        });
        assertThat(exchange.getException()).hasStackTraceContaining("nor is the Kamelet apivideo-upload-sink");
        assertThat(fixture.simulator().requests()).isEmpty();
    }
}
