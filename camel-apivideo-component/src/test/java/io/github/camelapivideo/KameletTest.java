// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The Kamelet is one, and its properties are options of the component. */
class KameletTest {

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
                        .isEqualTo(options.get(name).get("defaultValue").asText());
            }
        });
        JsonNode parameters = kamelet.at("/spec/template/from/steps/0/to/parameters");
        assertThat(parameters.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(properties.keySet());
    }

    @Test
    void aBodyThatIsSentToItBecomesAVideo() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            for (String title : List.of("first", "second")) {
                TestVideo video = TestVideo.of(TestVideo.PART + 1);
                Exchange exchange = fixture.template.request(
                        "kamelet:apivideo-upload-sink?apiKey=RAW(" + fixture.simulator.apiKey() + ")&baseUri="
                                + fixture.simulator.baseUri() + "&title=" + title + "&partSize=5MiB",
                        sent -> sent.getMessage().setBody(video.stream()));
                fixture.assertArrived(exchange, video);
                assertThat(fixture.received(exchange).title()).isEqualTo(title);
                assertThat(fixture.received(exchange).creation()).doesNotContainKeys("description", "tags");
            }
        }
    }
}
