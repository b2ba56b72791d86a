// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after the build has packaged the application. */
@Tag("packaged")
class PackagedApplicationTest {

    @Test
    void hasTheComponentAndNothingOfTheSimulator() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/quarkus-app"))) {
            List<String> names =
                    files.map(Path::getFileName).map(Path::toString).toList();

            assertThat(names).anyMatch(name -> name.contains("camel-apivideo-component"));
            assertThat(names).noneMatch(name -> name.contains("simulator") || name.contains("jetty"));
        }
    }
}
