// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The source of {@link ApiVideoComponentConfiguration}, made from the component's options. */
final class PropertiesClass {

    private static final String FRAME = """
            // SPDX-License-Identifier: Apache-2.0
            /* Generated from the component's options; see PropertiesClass. */
            package io.github.camelapivideo.springboot;

            import java.time.Duration;
            import java.util.Map;
            import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
            import org.springframework.boot.context.properties.ConfigurationProperties;

            /**
             * The options of the component apivideo as properties. Unset ones are null, so that the component's own
             * defaults hold; what each means is in the metadata of this module, for editors. Not thread-safe.
             */
            @ConfigurationProperties(prefix = "camel.component.apivideo", ignoreUnknownFields = false)
            public class ApiVideoComponentConfiguration extends ComponentConfigurationPropertiesCommon {

            %s%s}
            """;

    private static final String FIELD = """

                private %s %s;
            """;

    private static final String METHODS = """

                public %1$s get%2$s() {
                    return %3$s;
                }

                public void set%2$s(%1$s %3$s) {
                    this.%3$s = %3$s;
                }
            """;

    private PropertiesClass() {}

    static String render(List<CatalogOption> options) {
        return FRAME.formatted(
                options.stream()
                        .map(option -> FIELD.formatted(option.type().source, variable(option)))
                        .collect(Collectors.joining()),
                options.stream()
                        .map(option -> METHODS.formatted(option.type().source, option.capitalized(), variable(option)))
                        .collect(Collectors.joining()));
    }

    private static String variable(CatalogOption option) {
        boolean keyword = !SourceVersion.isName(option.name());
        return keyword ? option.name() + "Value" : option.name();
    }
}
