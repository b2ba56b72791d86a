// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens the jars that a release publishes. */
class PublishedJarsTest {

    private static final Repository REPOSITORY = new Repository(Path.of(System.getProperty("copies.root")));

    static List<Pom> modules() throws IOException {
        return REPOSITORY.poms().stream()
                .filter(pom -> pom.packaging().equals("jar"))
                .filter(pom -> pom.property("maven.deploy.skip").equals("false"))
                .toList();
    }

    @Test
    void areThoseThatTheReadmeNames() throws IOException {
        assertThat(modules())
                .extracting(Pom::artifactId)
                .containsExactlyInAnyOrder(
                        "camel-apivideo-component",
                        "camel-apivideo-endpointdsl",
                        "camel-apivideo-quarkus",
                        "camel-apivideo-quarkus-deployment",
                        "camel-apivideo-simulator",
                        "camel-apivideo-spring-boot-starter");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void carryLicenceAndNotice(Pom module) throws IOException {
        for (Path jar : jars(module)) {
            assertThat(entry(jar, "META-INF/LICENSE"))
                    .as(jar.toString())
                    .isEqualTo(Files.readString(REPOSITORY.root().resolve("LICENSE")));
            assertThat(entry(jar, "META-INF/NOTICE"))
                    .as(jar.toString())
                    .contains(Files.readString(REPOSITORY.root().resolve("NOTICE")));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void sayWhatTheyAre(Pom module) throws IOException {
        for (Path jar : jars(module)) {
            try (JarFile opened = new JarFile(jar.toFile())) {
                Attributes manifest = opened.getManifest().getMainAttributes();
                String moduleName = manifest.getValue("Automatic-Module-Name");

                assertThat(manifest.getValue("Implementation-Title")).startsWith("Camel :: api.video :: ");
                assertThat(manifest.getValue("Implementation-Version")).isEqualTo(module.version());
                assertThat(manifest.getValue("Implementation-Vendor")).isEqualTo("The camel-apivideo authors");
                assertThat(moduleName).startsWith("io.github.camelapivideo");
                assertThat(opened.stream()
                                .map(JarEntry::getName)
                                .filter(file -> file.startsWith("io/github/camelapivideo/") && file.endsWith(".class")))
                        .allMatch(file -> file.startsWith(moduleName.replace('.', '/') + "/"));
            }
        }
    }

    @Test
    void haveNamesOfTheirOwnOnTheModulePath() throws IOException {
        assertThat(modules())
                .extracting(module -> module.property("module.name"))
                .doesNotHaveDuplicates();
    }

    private static List<Path> jars(Pom module) throws IOException {
        try (Stream<Path> files = Files.list(module.folder().resolve("target"))) {
            List<Path> jars = files.filter(file ->
                            file.getFileName().toString().startsWith(module.artifactId() + "-" + module.version()))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
                    .toList();
            assertThat(jars).as("jars of %s", module.artifactId()).isNotEmpty();
            return jars;
        }
    }

    private static String entry(Path jar, String name) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            assertThat(opened.getEntry(name)).as(name + " in " + jar).isNotNull();
            return new String(opened.getInputStream(opened.getEntry(name)).readAllBytes());
        }
    }
}
