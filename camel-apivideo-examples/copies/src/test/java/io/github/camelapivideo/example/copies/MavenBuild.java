// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A build by the Maven that runs this test, in a process of its own. It reads the user's local repository, and writes
 * to another one.
 *
 * @param home where that Maven is
 * @param repository the local repository that is written
 * @param tail the local repository that is only read
 */
record MavenBuild(Path home, Path repository, Path tail) {

    private static final long LIMIT_MINUTES = 10;
    private static final String WARNINGS = "-Xlint:all,-processing,-serial,-classfile -Werror";

    static MavenBuild fromSystemProperties() {
        return new MavenBuild(path("copies.maven"), path("copies.repository"), path("copies.tail"));
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property));
    }

    /** Compiles and packages the projects in these folders, main and test, with warnings as errors. */
    void packageAll(List<Path> folders, Path workplace) throws IOException, InterruptedException {
        Path output = workplace.resolve("output.txt");
        ProcessBuilder maven = new ProcessBuilder(command(aggregator(folders, workplace)))
                .directory(workplace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("JDK_JAVAC_OPTIONS", WARNINGS);
        Process process = maven.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("ended; printed: %s", Files.readString(output))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path pom) {
        return List.of(
                home.resolve("bin").resolve(isWindows() ? "mvn.cmd" : "mvn").toString(),
                "-B",
                "-ntp",
                "-T1C",
                "-f",
                pom.toString(),
                "package",
                "-DskipTests",
                // javac as a program reads JDK_JAVAC_OPTIONS
                "-Dmaven.compiler.fork=true",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + tail);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** One run for all of them: a Maven starts slowly. */
    private static Path aggregator(List<Path> folders, Path workplace) throws IOException {
        String modules = folders.stream()
                .map(folder -> "<module>" + workplace.relativize(folder) + "</module>")
                .collect(Collectors.joining("\n"));
        return Files.writeString(workplace.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>copies</groupId>
                  <artifactId>copies</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>
                %s
                  </modules>
                </project>
                """.formatted(modules));
    }
}
