// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where options may come from besides the URI itself: all that Camel knows. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class SettingsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Properties properties = new Properties();
    private ApiVideoSimulator simulator;

    @BeforeEach
    void know(ApiVideoSimulator service) {
        simulator = service;
        properties.setProperty("the.service", service.baseUri().toString());
        properties.setProperty("the.key", service.apiKey());
        context.getPropertiesComponent().setInitialProperties(properties);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void propertyPlaceholdersInTheUri() throws Exception {
        properties.setProperty("the.title", "Holiday");
        upload("apivideo:upload?baseUri={{the.service}}&apiKey={{the.key}}&title={{the.title}}&tags={{none:a,b}}");
        assertThat(simulator.videos()).singleElement().satisfies(video -> {
            assertThat(video.title()).isEqualTo("Holiday");
            assertThat(video.creation()).containsEntry("tags", List.of("a", "b"));
        });
    }

    @Test
    void anOptionWhosePropertyIsNotThereIsLeftOut() throws Exception {
        upload("apivideo:upload?baseUri={{the.service}}&apiKey={{the.key}}&title=x&language={{?the.language}}");
        assertThat(simulator.videos()).singleElement().satisfies(video -> assertThat(video.creation())
                .doesNotContainKey("language"));
    }

    /** Camel's vaults are such functions: a reference like {@code {{aws:name}}} is resolved by the one of that name. */
    @Test
    void aReferenceToAVault() throws Exception {
        context.getPropertiesComponent().addPropertiesFunction(new Vault(simulator.apiKey()));
        upload("apivideo:upload?baseUri={{the.service}}&apiKey={{vault:apivideo/key}}&title=x");
        assertThat(simulator.videos()).hasSize(1);
    }

    @Test
    void aKeyThatMeansSomethingInAUriIsTakenAsItIs() throws Exception {
        String key = "a+b&c=d%20e?f#g{h}";
        try (ApiVideoSimulator other = ApiVideoSimulator.builder().apiKey(key).start()) {
            properties.setProperty("odd.key", key);
            String service = "apivideo:upload?title=x&baseUri=" + other.baseUri();
            upload(service + "&apiKey=RAW(" + key + ")");
            context.createProducerTemplate().requestBody(service + "&apiKey=RAW({{odd.key}})", new byte[10]);
            assertThat(other.videos()).hasSize(2);
        }
    }

    @Test
    void theOnlyListenerInTheRegistryIsFoundByItself() throws Exception {
        Listener listener = new Listener();
        context.getRegistry().bind("anyName", listener);
        upload("apivideo:upload?baseUri={{the.service}}&apiKey={{the.key}}&title=x");
        assertThat(listener.heard.get(listener.heard.size() - 1).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void findsNoListenerWhenAutowiringIsOff() throws Exception {
        Listener listener = new Listener();
        context.getRegistry().bind("anyName", listener);
        context.setAutowiredEnabled(false);
        upload("apivideo:upload?baseUri={{the.service}}&apiKey={{the.key}}&title=x");
        assertThat(listener.heard).isEmpty();
    }

    private void upload(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:videos").to(uri);
            }
        });
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        template.requestBody("direct:videos", new byte[10]);
    }

    private record Vault(String key) implements PropertiesFunction {

        @Override
        public String getName() {
            return "vault";
        }

        @Override
        public String apply(String reference) {
            return reference.equals("apivideo/key") ? key : null;
        }
    }

    private static final class Listener implements UploadListener {
        private final List<UploadProgress> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onProgress(UploadProgress progress) {
            heard.add(progress);
        }
    }
}
