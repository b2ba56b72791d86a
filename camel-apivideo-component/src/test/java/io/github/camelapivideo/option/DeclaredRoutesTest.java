// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.main.Main;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Routes and settings as people write them: YAML, XML, properties. */
class DeclaredRoutesTest {

    @Test
    void routesInYamlAndXmlAndTheComponentsProperties() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            Main main = new Main();
            main.addInitialProperty("camel.component.apivideo.apiKey", simulator.apiKey());
            main.addInitialProperty(
                    "camel.component.apivideo.base-uri", simulator.baseUri().toString());
            main.addInitialProperty("camel.component.apivideo.description", "from the properties");
            main.addInitialProperty("camel.component.apivideo.http.userAgent", "an agent from the properties");
            main.addInitialProperty("camel.component.apivideo.metadata.from", "properties");
            main.addInitialProperty("camel.main.routesIncludePattern", "classpath:routes/*");
            main.start();
            try {
                ProducerTemplate template = main.getCamelTemplate();
                for (String dsl : List.of("yaml", "xml")) {
                    TestVideo video = TestVideo.of(TestVideo.PART + 1);
                    Map<?, ?> answer = template.requestBodyAndHeader(
                            "direct:" + dsl, video.bytes(), "name", "name-" + dsl, Map.class);
                    ReceivedVideo received =
                            simulator.video((String) answer.get("videoId")).orElseThrow();
                    assertThat(received.sha256()).isEqualTo(video.sha256());
                    assertThat(received.parts()).containsExactly(1, 2);
                    assertThat(received.creation())
                            .containsEntry("title", "name-" + dsl)
                            .containsEntry("description", "from the properties")
                            .extractingByKey("metadata")
                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                            .contains(
                                    Map.of("key", "route", "value", dsl), Map.of("key", "from", "value", "properties"));
                }
                assertThat(simulator.requests()).allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("User-Agent", "an agent from the properties"));
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void theCatalogKnowsEveryOptionAndHeader() throws Exception {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        String json;
        try (InputStream resource = getClass().getResourceAsStream("/META-INF/io/github/camelapivideo/apivideo.json")) {
            json = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        catalog.addComponent("apivideo", ApiVideoComponent.class.getName(), json);

        EndpointValidationResult valid = catalog.validateEndpointProperties(
                "apivideo:upload?title=x&public=false&metadata.a=b&clip.startTimecode=00:00:01&watermark.id=w"
                        + "&http.proxyHost=localhost&partSize=16MiB&parallelism=8&onFailure=keep&environment=sandbox");
        EndpointValidationResult wrong = catalog.validateEndpointProperties("apivideo:upload?titel=x&environment=moon");

        assertThat(valid.isSuccess()).as(valid.summaryErrorMessage(true)).isTrue();
        assertThat(wrong.getUnknown()).containsExactly("titel");
        assertThat(wrong.getInvalidEnum()).containsKey("environment");
        for (var header : ApiVideoConstants.class.getFields()) {
            assertThat(json).contains('"' + (String) header.get(null) + '"');
        }
        for (String secret : List.of("apiKey", "uploadToken")) {
            assertThat(catalog.componentModel("apivideo").getEndpointOptions())
                    .filteredOn(option -> option.getName().equals(secret))
                    .allSatisfy(option -> assertThat(option.isSecret()).isTrue())
                    .hasSize(1);
        }
    }
}
