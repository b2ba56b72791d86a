// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.internal.body.LengthCheck;
import io.github.camelapivideo.internal.client.ServiceEnvironment;
import io.github.camelapivideo.internal.feed.ApiVideoFeed;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.input.UploadSettings.OnFailure;
import io.github.camelapivideo.internal.option.EndpointKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.DefaultComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel's catalog, and so every tool, knows of the component. */
class CatalogTest {

    private final JsonNode catalog = read();

    private static JsonNode read() {
        String place = "/META-INF/io/github/camelapivideo/apivideo.json";
        try (InputStream json = CatalogTest.class.getResourceAsStream(place)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"componentProperties", "properties", "headers"})
    void everythingIsDescribedAndHasItsPlace(String kind) {
        forEach(kind, (name, entry) -> {
            if (name.equals("configuration")) {
                return;
            }
            assertThat(entry.path("description").asText())
                    .as(name)
                    .hasSizeGreaterThan(15)
                    .matches("[A-Z].*");
            assertThat(entry.path("javaType").asText()).as(name).isNotBlank();
            assertThat(entry.path("label").asText() + entry.path("group").asText())
                    .as(name)
                    .isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"componentProperties", "properties"})
    void credentialsAndNothingElseAreSecret(String kind) {
        List<String> secret = new ArrayList<>();
        forEach(kind, (name, option) -> {
            if (option.get("secret").asBoolean()) {
                secret.add(name);
            }
        });
        assertThat(secret).containsExactlyInAnyOrder("apiKey", "uploadToken", "webhookSecret");
    }

    @Test
    void routesMayBeginAndContinueWithIt() {
        assertThat(catalog.at("/component/consumerOnly").asBoolean(true)).isFalse();
        assertThat(catalog.at("/component/producerOnly").asBoolean(true)).isFalse();
        assertThat(catalog.at("/properties/emit/label").asText()).isEqualTo("consumer");
        assertThat(catalog.at("/properties/webhookSecret/label").asText()).contains("consumer");
        assertThat(catalog.at("/properties/uploadKey/label").asText()).contains("producer");
    }

    @Test
    void whatHasToBeChosenIsListed() {
        assertThat(choices("operation"))
                .containsExactlyElementsOf(ApiVideoFeed.KINDS.all().stream()
                        .map(EndpointKind::name)
                        .toList());
        assertThat(choices("webhookRegistration")).containsExactly("none", "reuse", "owned");
        assertThat(choices("collapse")).containsExactly("none", "encoded");
        assertThat(choices("acknowledge")).containsExactly("processed", "received");
        assertThat(choices("environment")).containsExactlyElementsOf(names(ServiceEnvironment.values()));
        assertThat(choices("onFailure")).containsExactlyInAnyOrderElementsOf(names(OnFailure.values()));
        assertThat(choices("resume")).containsExactlyInAnyOrderElementsOf(names(UploadSettings.Resume.values()));
        assertThat(choices("lengthCheck")).containsExactlyInAnyOrderElementsOf(names(LengthCheck.values()));
        assertThat(choices("authentication")).containsExactly("bearer", "basic");
    }

    @Test
    void everyDefaultIsTheOneThatHolds() throws Exception {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            ApiVideoComponent fresh = new ApiVideoComponent();
            fresh.setCamelContext(fixture.context());
            fresh.init();
            PropertyConfigurerGetter options =
                    (PropertyConfigurerGetter) ((DefaultComponent) fresh).getComponentPropertyConfigurer();
            List<String> compared = new ArrayList<>();
            forEach("componentProperties", (name, option) -> {
                Object value = options.getOptionValue(fresh, name, true);
                Optional<String> declared =
                        Optional.ofNullable(option.get("defaultValue")).map(JsonNode::asText);
                declared.filter(standard -> value != null).ifPresent(standard -> {
                    assertThat(String.valueOf(value)).as(name).isEqualTo(standard);
                    compared.add(name);
                });
            });
            assertThat(compared).contains("parallelism", "partSize", "maxRetries", "stallTimeout", "onFailure");
        }
    }

    private void forEach(String kind, BiConsumer<String, JsonNode> action) {
        assertThat(catalog.get(kind)).hasSizeGreaterThan(20);
        for (Map.Entry<String, JsonNode> entry : catalog.get(kind).properties()) {
            action.accept(entry.getKey(), entry.getValue());
        }
    }

    private List<String> choices(String option) {
        List<String> choices = new ArrayList<>();
        catalog.at("/properties/" + option + "/enum").forEach(choice -> choices.add(choice.asText()));
        return choices;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
