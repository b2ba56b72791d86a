// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The properties are made from the component's options; {@code -Dapivideo.docs.write} makes them anew. */
class GeneratedPropertiesTest {

    private static final Path GENERATED = Path.of("src", "generated");
    private static final Path SOURCE =
            GENERATED.resolve("java/io/github/camelapivideo/springboot/ApiVideoComponentConfiguration.java");
    private static final Path METADATA =
            GENERATED.resolve("resources/META-INF/additional-spring-configuration-metadata.json");

    private final List<CatalogOption> options = CatalogOption.all();

    @Test
    void theClassHasTheOptionsThatThereAre() throws IOException {
        isUpToDate(SOURCE, PropertiesClass.render(options));
    }

    @Test
    void showsTheComponentsDescriptionsInEditors() throws IOException {
        isUpToDate(METADATA, PropertiesMetadata.render(options));
    }

    private static void isUpToDate(Path file, String expected) throws IOException {
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as("made anew by: ./mvnw verify -pl camel-apivideo-spring-boot-starter -am -Dapivideo.docs.write")
                .isEqualTo(expected);
    }
}
