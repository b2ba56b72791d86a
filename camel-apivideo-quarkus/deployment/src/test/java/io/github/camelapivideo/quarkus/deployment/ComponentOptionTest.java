// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentOptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.apivideo.api-key", "camel.component.apivideo.apiKey"})
    void isSetHoweverItIsWritten(String name) {
        assertThat(isSet(properties(name, "key"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAMEL_COMPONENT_APIVIDEO_API_KEY", "CAMEL_COMPONENT_APIVIDEO_APIKEY"})
    void isSetByTheEnvironment(String name) {
        assertThat(isSet(new EnvConfigSource(Map.of(name, "key"), 300))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "${SOME_KEY:}"})
    void isNotSetByNothing(String nothing) {
        assertThat(isSet(properties("camel.component.apivideo.api-key", nothing)))
                .isFalse();
    }

    @Test
    void isNotSetByAnother() {
        assertThat(isSet(properties("camel.component.apivideo.title", "key"))).isFalse();
    }

    @Test
    void isGivenUnderTheNameThatTheApplicationLeavesFree() {
        assertThat(freeName(properties("camel.component.apivideo.title", "x")))
                .isEqualTo("camel.component.apivideo.api-key");
        assertThat(freeName(properties("camel.component.apivideo.apiKey", "")))
                .isEqualTo("camel.component.apivideo.api-key");
        assertThat(freeName(properties("camel.component.apivideo.api-key", "${SOME_KEY:}")))
                .isEqualTo("camel.component.apivideo.apiKey");
    }

    @Test
    void isSetOnceByTheDevService() {
        assertThat(wiring(properties("camel.component.apivideo.title", "x")))
                .containsOnlyKeys("camel.component.apivideo.base-uri", "camel.component.apivideo.api-key");
        assertThat(wiring(properties("camel.component.apivideo.api-key", "")))
                .containsOnlyKeys("camel.component.apivideo.base-uri", "camel.component.apivideo.apiKey");
    }

    private static Map<String, ?> wiring(ConfigSource source) {
        return DevServiceProcessor.wiring(config(source));
    }

    private static String freeName(ConfigSource source) {
        return ComponentOption.API_KEY.freeName(config(source));
    }

    private static ConfigSource properties(String name, String value) {
        return new PropertiesConfigSource(Map.of(name, value), "test", 250);
    }

    private static boolean isSet(ConfigSource source) {
        return ComponentOption.API_KEY.isSet(config(source));
    }

    private static Config config(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(source)
                .build();
    }
}
