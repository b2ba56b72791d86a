// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.camel.Endpoint;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class of {@code docs/guide/endpoint-dsl.md} compiles as it is, and its route has the options that it sets. */
class EndpointDslPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "guide", "endpoint-dsl.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theClassOfThePageMakesTheRoute() throws Exception {
        Matcher snippet = JAVA.matcher(Files.readString(PAGE));
        assertThat(snippet.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Videos.java"), snippet.group(1));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(status).isZero();

        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.getComponent("apivideo", ApiVideoComponent.class)
                    .getConfiguration()
                    .setApiKey("key");
            context.setAutoStartup(false);
            context.addRoutes((RoutesBuilder)
                    loader.loadClass("videos.Videos").getDeclaredConstructor().newInstance());
            context.start();
            assertThat(context.getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .anySatisfy(uri -> assertThat(uri)
                            .contains("apivideo://upload", "public=false", "parallelism=8", "answerTimeout=300000"));
        }
    }
}
