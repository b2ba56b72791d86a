// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Nobody sees a secret, not even where all values are shown. */
class SecretsTest {

    private static final String SECRET = "secretThatNobodyMaySee";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CamelAutoConfiguration.class,
                    ApiVideoComponentAutoConfiguration.class,
                    ApiVideoActuatorAutoConfiguration.class,
                    ConfigurationPropertiesReportEndpointAutoConfiguration.class,
                    EnvironmentEndpointAutoConfiguration.class,
                    EndpointAutoConfiguration.class,
                    JmxAutoConfiguration.class,
                    JmxEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "spring.jmx.enabled=true",
                    "management.endpoints.jmx.exposure.include=*",
                    "management.endpoint.configprops.show-values=always",
                    "management.endpoint.env.show-values=always",
                    "camel.component.apivideo.apiKey=" + SECRET,
                    "camel.component.apivideo.upload-token=" + SECRET,
                    "camel.component.apivideo.http.proxyAuthPassword=" + SECRET,
                    "APIVIDEO_API_KEY=" + SECRET,
                    "camel.component.apivideo.language=de");

    @Test
    void theActuatorShowsTheOtherOptionsOnly() {
        application.run(context -> {
            String properties = json(
                    context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
            assertThat(properties).contains("\"language\":\"de\"").doesNotContain(SECRET);
            String environment =
                    json(context.getBean(EnvironmentEndpoint.class).environment("camel.component.*|APIVIDEO.*"));
            assertThat(environment)
                    .contains("camel.component.apivideo.apiKey", "\"de\"")
                    .doesNotContain(SECRET);
        });
    }

    @Test
    void thePropertiesThemselvesDoNotTell() {
        application.run(context -> assertThat(
                        context.getBean(ApiVideoComponentConfiguration.class).toString())
                .doesNotContain(SECRET));
    }

    @Test
    void everySecretOfTheComponentIsHidden() {
        List<CatalogOption> secrets =
                CatalogOption.all().stream().filter(CatalogOption::secret).toList();

        assertThat(secrets).isNotEmpty();
        assertThat(secrets)
                .allSatisfy(option -> assertThat(shown(option.property())).isEqualTo(SanitizableData.SANITIZED_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.apivideo.apiKey",
                "camel.component.apivideo.api-key",
                "CAMEL_COMPONENT_APIVIDEO_APIKEY",
                "CAMEL_COMPONENT_APIVIDEO_API_KEY",
                "camel.component.apivideo.http.authPassword",
                "camel.component.apivideo.http.oauth2ClientSecret",
                "camel.kamelet.apivideo-upload-sink.apiKey",
                "camel.kamelet.apivideo-upload-sink.first.api-key",
                "CAMEL_KAMELET_APIVIDEO_UPLOAD_SINK_API_KEY"
            })
    void inEverySpelling(String key) {
        assertThat(shown(key)).isEqualTo(SanitizableData.SANITIZED_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.apivideo.title", "camel.component.other.apiKey", "api-key"})
    void whatIsNoSecretOfOursIsLeftToOthers(String key) {
        assertThat(shown(key)).isEqualTo(SECRET);
    }

    private static Object shown(String key) {
        return new SecretOptions().apply(new SanitizableData(null, key, SECRET)).getValue();
    }

    private static String json(Object report) throws Exception {
        return new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(report);
    }
}
