// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/versions.md} names the versions of the poms and those that a release is tried with. */
class VersionsPageTest {

    private static final Repository REPOSITORY = new Repository(Path.of(System.getProperty("copies.root")));

    @ParameterizedTest
    @ValueSource(strings = {"camel.version", "spring-boot.version", "quarkus.version", "camel-quarkus.version"})
    void namesWhatTheBuildTries(String property) throws IOException {
        String page = Files.readString(REPOSITORY.root().resolve("docs/versions.md"));

        assertThat(versions(property)).isNotEmpty().allSatisfy(version -> assertThat(page)
                .contains(version));
    }

    @Test
    void namesWhatTheReleaseIsTriedWith() throws IOException {
        String page = Files.readString(REPOSITORY.root().resolve("docs/versions.md"));
        String check = Files.readString(REPOSITORY.root().resolve(".ci/release-check"));

        assertThat(check.lines().filter(line -> line.startsWith("consume ")))
                .isNotEmpty()
                .allSatisfy(line -> {
                    for (String word : line.replaceAll("^consume \\S+", "").split("\\s+(-D[\\w.-]+=)?")) {
                        assertThat(page).contains(word);
                    }
                });
    }

    private static Set<String> versions(String property) throws IOException {
        return REPOSITORY.poms().stream()
                .map(pom -> pom.property(property))
                .filter(version -> !version.isEmpty())
                .collect(Collectors.toSet());
    }
}
