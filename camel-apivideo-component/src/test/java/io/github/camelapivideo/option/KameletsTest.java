// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelets are valid, and their properties are options of the component. */
class KameletsTest {

    private static final String OPTIONS = "/META-INF/io/github/camelapivideo/apivideo.json";

    @ParameterizedTest
    @ValueSource(strings = {"apivideo-upload-sink", "apivideo-event-source", "apivideo-video-source"})
    void isValidAgainstTheSchemaOfKamelets(String name) throws Exception {
        JsonSchema schema = schema();
        JsonNode kamelet = kamelet(name);
        assertThat(schema.validate(kamelet)).isEmpty();

        ((ObjectNode) kamelet.at("/spec/definition")).put("required", "apiKey");

        assertThat(schema.validate(kamelet))
                .as("a schema that refuses something")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apivideo-upload-sink", "apivideo-event-source", "apivideo-video-source"})
    void isNamedAsItsFileAndOfTheTypeThatItsNameSays(String name) throws Exception {
        JsonNode kamelet = kamelet(name);
        assertThat(kamelet.at("/metadata/name").asText()).isEqualTo(name);
        assertThat(kamelet.at("/metadata/labels/camel.apache.org~1kamelet.type").asText())
                .isEqualTo(name.substring(name.lastIndexOf('-') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apivideo-upload-sink", "apivideo-event-source", "apivideo-video-source"})
    void eachPropertyIsAnOptionWithTheSameDefaultAndTheSameValues(String name) throws Exception {
        JsonNode options = read(OPTIONS, new ObjectMapper()).get("properties");
        JsonNode properties = kamelet(name).at("/spec/definition/properties");
        assertThat(properties).hasSizeGreaterThan(8);
        properties.properties().forEach(property -> {
            JsonNode option = options.path(property.getKey());
            JsonNode declared = property.getValue();
            assertThat(option.isMissingNode()).as(property.getKey()).isFalse();
            assertThat(declared.path("default").asText())
                    .as(property.getKey())
                    .isEqualTo(option.path("defaultValue").asText());
            assertThat(declared.path("enum")).as(property.getKey()).isEqualTo(option.path("enum"));
            assertThat(declared.path("format").asText().equals("password"))
                    .as(property.getKey())
                    .isEqualTo(option.path("secret").asBoolean());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"apivideo-upload-sink", "apivideo-event-source", "apivideo-video-source"})
    void eachPropertyIsPassedByReferenceSoThatNoCharacterMeansSomethingInAUri(String name) throws Exception {
        JsonNode kamelet = kamelet(name);
        JsonNode from = kamelet.at("/spec/template/from");
        JsonNode endpoint = from.path("uri").asText().equals("kamelet:source") ? from.at("/steps/0/to") : from;
        List<String> passed = new ArrayList<>();
        endpoint.get("parameters").properties().forEach(parameter -> {
            passed.add(parameter.getKey());
            assertThat(parameter.getValue().asText())
                    .isIn(
                            "#property:" + parameter.getKey(),
                            // A reference to a bean, which may be absent.
                            "{{?idempotentRepository}}",
                            "{{routeId}}");
        });
        passed.remove("hash");
        assertThat(passed).containsExactlyInAnyOrderElementsOf(() -> kamelet.at("/spec/definition/properties")
                .fieldNames());
    }

    private static JsonSchema schema() throws Exception {
        for (JsonNode version :
                read("/camel.apache.org_kamelets.yaml", new YAMLMapper()).at("/spec/versions")) {
            if ("v1".equals(version.get("name").asText())) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(version.at("/schema/openAPIV3Schema"));
            }
        }
        throw new IllegalStateException("There is no v1 of Kamelets");
    }

    private static JsonNode kamelet(String name) throws Exception {
        return read("/kamelets/" + name + ".kamelet.yaml", new YAMLMapper());
    }

    private static JsonNode read(String resource, ObjectMapper reader) throws Exception {
        try (InputStream in = KameletsTest.class.getResourceAsStream(resource)) {
            return reader.readTree(in);
        }
    }
}
