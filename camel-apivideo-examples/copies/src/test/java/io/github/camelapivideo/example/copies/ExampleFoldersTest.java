// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder of an example is all that a user copies. */
class ExampleFoldersTest {

    private static final Repository REPOSITORY = new Repository(Path.of(System.getProperty("copies.root")));

    // Its application runs on the line of Quarkus that has an HTTP server for Camel.
    private static final Path OLDER_QUARKUS = Path.of("camel-apivideo-quarkus", "integration-test");

    private static final Pattern PARENT_FOLDER =
            Pattern.compile("(^|[>\"'/\\\\}])\\.\\.($|[<\"'/\\\\])", Pattern.MULTILINE);

    static List<Pom> examples() throws IOException {
        return REPOSITORY.examples();
    }

    static List<Function<Pom, List<Pom.Entry>>> kindsOfVersions() {
        return List.of(Pom::versionProperties, Pom::pluginVersions);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void needNothingOutsideOfThem(Pom example) throws IOException {
        assertThat(example.hasParent()).as("parent").isFalse();
        assertThat(example.file()).content().doesNotContainPattern(PARENT_FOLDER);
        try (Stream<Path> files = Files.walk(example.folder())) {
            assertThat(files.filter(Files::isSymbolicLink)).isEmpty();
        }
    }

    @Test
    void buildAlone(@TempDir Path elsewhere) throws Exception {
        MavenBuild maven = MavenBuild.fromSystemProperties();
        Folders.delete(maven.repository());
        REPOSITORY.install(maven.repository());
        List<Path> copies = new ArrayList<>();
        for (Pom example : examples()) {
            // One folder deeper than here, so that no copy has the others beside it
            Path copy = elsewhere.resolve(example.folder().getFileName()).resolve("copy");
            Folders.copy(example.folder(), copy);
            copies.add(copy);
        }

        maven.packageAll(copies, elsewhere);

        assertThat(copies).hasSize(10).allSatisfy(copy -> assertThat(jars(copy)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("kindsOfVersions")
    void haveTheVersionsOfTheOtherModules(Function<Pom, List<Pom.Entry>> kind) throws IOException {
        TreeMap<String, Set<String>> versions = new TreeMap<>();
        for (Pom pom : REPOSITORY.poms()) {
            if (pom.folder().endsWith(OLDER_QUARKUS)) {
                continue;
            }
            for (Pom.Entry entry : kind.apply(pom)) {
                versions.computeIfAbsent(entry.name(), name -> new TreeSet<>()).add(entry.value());
            }
        }

        assertThat(versions).isNotEmpty().allSatisfy((name, values) -> assertThat(values)
                .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void useTheVersionOfThisProject(Pom example) {
        String version = Pom.read(REPOSITORY.root().resolve("pom.xml")).version();

        assertThat(example.version()).isEqualTo(version);
        assertThat(example.versionProperties()).contains(new Pom.Entry("apivideo.version", version));
    }

    private static List<Path> jars(Path copy) throws IOException {
        try (Stream<Path> files = Files.list(copy.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
