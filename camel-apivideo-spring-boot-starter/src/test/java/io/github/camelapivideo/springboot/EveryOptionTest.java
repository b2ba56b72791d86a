// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.api.UploadListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** No option of the component is missing: each one that its metadata names gets there. */
class EveryOptionTest {

    private static final String PREFIX = ApiVideoComponentAutoConfiguration.PREFIX + ".";
    private static final UploadListener LISTENER = progress -> {};
    private static final IdempotentRepository REPOSITORY = MemoryIdempotentRepository.memoryIdempotentRepository();

    // By the name of its option; the configuration is made anew for each application.
    private static final Map<String, Object> BEANS =
            Map.of("uploadListener", LISTENER, "idempotentRepository", REPOSITORY);

    private final List<CatalogOption> options = CatalogOption.all();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, ApiVideoComponentAutoConfiguration.class))
            .withBean("uploadListener", UploadListener.class, () -> LISTENER)
            .withBean("idempotentRepository", IdempotentRepository.class, () -> REPOSITORY)
            .withBean("mine", ApiVideoConfiguration.class, EveryOptionTest::configuration);

    private static ApiVideoConfiguration configuration() {
        ApiVideoConfiguration configuration = new ApiVideoConfiguration();
        configuration.setTitle("of the bean");
        configuration.setLanguage("fr");
        return configuration;
    }

    @ParameterizedTest
    @ValueSource(strings = {"camelCase", "kebab-case"})
    void whatIsSetIsInTheComponent(String spelling) {
        Function<CatalogOption, String> name =
                spelling.equals("camelCase") ? option -> PREFIX + option.name() : CatalogOption::property;

        application.withPropertyValues(properties(name)).run(context -> {
            ApiVideoComponent component = component(context.getBean(CamelContext.class));
            SoftAssertions all = new SoftAssertions();
            options.forEach(option -> all.assertThat(value(component, option))
                    .as(option.name())
                    .isEqualTo(expected(option, context.getBean("mine"))));
            all.assertAll();
        });
    }

    @Test
    void keepsTheComponentsDefaults() {
        application.run(context -> {
            CamelContext camel = context.getBean(CamelContext.class);
            ApiVideoComponent untouched = new ApiVideoComponent();
            untouched.setCamelContext(camel);
            untouched.init();
            SoftAssertions all = new SoftAssertions();
            options.stream()
                    .filter(option -> !option.name().equals("configuration"))
                    .forEach(option -> all.assertThat(value(component(camel), option))
                            .as(option.name())
                            .isEqualTo(value(untouched, option)));
            all.assertAll();
        });
    }

    @Test
    void anOptionOfItsOwnIsOverThatOfTheConfigurationBean() {
        application
                .withPropertyValues(PREFIX + "configuration=#mine", PREFIX + "title=of the properties")
                .run(context -> {
                    ApiVideoConfiguration inUse =
                            component(context.getBean(CamelContext.class)).getConfiguration();
                    assertThat(inUse.getTitle()).isEqualTo("of the properties");
                    assertThat(inUse.getLanguage()).isEqualTo("fr");
                });
    }

    @Test
    void aKeyOfMetadataStaysAsItIsWritten() {
        application
                .withPropertyValues(PREFIX + "metadata.sentBy=me", PREFIX + "metadata[team.name]=video")
                .run(context -> assertThat(component(context.getBean(CamelContext.class))
                                .getConfiguration()
                                .getMetadata())
                        .isEqualTo(Map.of("sentBy", "me", "team.name", "video")));
    }

    @Test
    void nothingIsConfiguredIfItIsSwitchedOff() {
        application
                .withPropertyValues(PREFIX + "enabled=false", PREFIX + "title=ignored")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(ApiVideoComponentConfiguration.class);
                    assertThat(component(context.getBean(CamelContext.class))
                                    .getConfiguration()
                                    .getTitle())
                            .isNull();
                });
    }

    private String[] properties(Function<CatalogOption, String> name) {
        return options.stream().map(option -> name.apply(option) + text(option)).toArray(String[]::new);
    }

    // Not started: what the options are worth is not asked here.
    private static ApiVideoComponent component(CamelContext camel) {
        return (ApiVideoComponent) camel.getComponent("apivideo", true, false);
    }

    private static Object value(ApiVideoComponent component, CatalogOption option) {
        PropertyConfigurerGetter configurer = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        return configurer.getOptionValue(component, option.name(), false);
    }

    private static String text(CatalogOption option) {
        return switch (option.type()) {
            case BEAN -> option.name().equals("configuration") ? "=#mine" : "=#" + option.name();
            case MAP -> ".of=" + option.name();
            case DURATION -> "=3s";
            default -> "=" + sample(option);
        };
    }

    private static Object expected(CatalogOption option, Object configuration) {
        return switch (option.type()) {
            case BEAN -> BEANS.getOrDefault(option.name(), configuration);
            case MAP -> Map.of("of", option.name());
            case DURATION -> Duration.ofSeconds(3).toMillis();
            default -> sample(option);
        };
    }

    // Never the default.
    private static Object sample(CatalogOption option) {
        return switch (option.type()) {
            case INTEGER -> 7;
            case BOOLEAN -> !Boolean.TRUE.equals(option.standard());
            default ->
                option.choices().isEmpty()
                        ? "some " + option.name()
                        : option.choices().get(option.choices().size() - 1);
        };
    }
}
