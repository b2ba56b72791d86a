// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with a property that cannot be right does not start, and says which one it is. */
@ExtendWith(OutputCaptureExtension.class)
class WrongPropertyTest {

    private static final String SECRET = "keyThatNobodyMaySee";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:video").to("apivideo:upload");
                }
            };
        }
    }

    private static void run(String... arguments) {
        new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }

    @Test
    void aMistypedOptionIsNamedWithItsPlaceAndWithoutItsValue(CapturedOutput output) {
        assertThatThrownBy(() -> run("--camel.component.apivideo.apiKeey=" + SECRET));

        assertThat(output)
                .contains("The component apivideo has no such option", "camel.component.apivideo.apikeey")
                .contains("commandLineArgs")
                .doesNotContain(SECRET);
    }

    @Test
    void aValueOfTheWrongTypeIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> run("--camel.component.apivideo.maxConcurrentUploads=many"));

        assertThat(output).contains("camel.component.apivideo.maxConcurrentUploads", "many", "java.lang.Integer");
    }

    @Test
    void aDurationThatIsNoneIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> run("--camel.component.apivideo.stall-timeout=soon"));

        assertThat(output).contains("camel.component.apivideo.stall-timeout", "soon");
    }

    @Test
    void aValueThatIsNotAllowedIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> run(
                        "--camel.component.apivideo.apiKey=" + SECRET, "--camel.component.apivideo.environment=moon"))
                .rootCause()
                .hasMessageContaining("environment=moon")
                .hasMessageContaining("sandbox");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> run()).rootCause().hasMessageContaining("camel.component.apivideo.apiKey");
    }
}
