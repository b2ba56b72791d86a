// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet is one, and its properties are options of the component. */
class KameletTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private static final String KAMELET = "/kamelets/apivideo-upload-sink.kamelet.yaml";

    private static JsonNode yaml(String resource) throws Exception {
        try (InputStream in = KameletTest.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(in);
        }
    }

    @Test
    void itIsValidAgainstTheSchemaOfKamelets() throws Exception {
        JsonNode definition = yaml("/camel.apache.org_kamelets.yaml");
        JsonNode schema = null;
        for (JsonNode version : definition.at("/spec/versions")) {
            schema = "v1".equals(version.get("name").asText()) ? version.at("/schema/openAPIV3Schema") : schema;
        }
        var validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        JsonNode kamelet = yaml(KAMELET);
        assertThat(validator.validate(kamelet)).isEmpty();
        ((com.fasterxml.jackson.databind.node.ObjectNode) kamelet.at("/spec/definition")).put("required", "apiKey");
        assertThat(validator.validate(kamelet))
                .as("a schema that refuses something")
                .isNotEmpty();
    }

    @Test
    void eachPropertyIsAnOptionWithTheSameDefault() throws Exception {
        JsonNode options;
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/github/camelapivideo/apivideo.json")) {
            options = new ObjectMapper().readTree(json).get("properties");
        }
        JsonNode kamelet = yaml(KAMELET);
        Map<String, JsonNode> properties = new java.util.TreeMap<>();
        kamelet.at("/spec/definition/properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        assertThat(properties).hasSizeGreaterThan(10);
        properties.forEach((name, property) -> {
            assertThat(options.has(name)).as(name).isTrue();
            if (property.has("default")) {
                assertThat(property.get("default").asText())
                        .as(name)
                        .isEqualTo(options.get(name).path("defaultValue").asText());
            }
        });
        JsonNode parameters = kamelet.at("/spec/template/from/steps/0/to/parameters");
        // By reference, so that no character of a value means something in a URI.
        properties.keySet().forEach(name -> assertThat(parameters.get(name).asText())
                .isEqualTo("#property:" + name));
        properties.put("hash", null);
        assertThat(parameters.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(properties.keySet());
    }

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
