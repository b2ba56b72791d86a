// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.camelapivideo.simulator.planted.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The simulator's packages: their imports, no circles, few files. */
class ArchitectureTest {

    private static final String ROOT = ArchitectureTest.class.getPackageName();
    private static final String PLANTED = ROOT + ".planted";
    private static final int MOST_FILES = 20;
    private static final int MOST_LINES = 300;

    /** Every import between packages, by name below the root, which is "". */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("api", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("connection", Set.of()),
            Map.entry("fault", Set.of("api")),
            Map.entry("intake", Set.of("problem")),
            Map.entry("store", Set.of("api", "problem", "intake")),
            Map.entry("answer", Set.of("api", "fault", "problem", "intake", "store")),
            Map.entry("handler", Set.of("api", "asset", "problem", "intake", "store", "answer", "account", "webhook")),
            Map.entry("analytics", Set.of("problem", "intake", "answer")),
            Map.entry("asset", Set.of("api", "problem", "intake", "store", "answer")),
            Map.entry("webhook", Set.of("api", "problem", "store", "answer")),
            Map.entry("account", Set.of("api", "problem", "intake", "store", "answer", "asset", "webhook")),
            Map.entry(
                    "route",
                    Set.of("api", "problem", "intake", "store", "answer", "handler", "asset", "account", "analytics")),
            Map.entry("injection", Set.of("connection", "fault", "intake", "store", "answer")),
            Map.entry(
                    "server",
                    Set.of(
                            "api",
                            "problem",
                            "connection",
                            "fault",
                            "intake",
                            "store",
                            "answer",
                            "handler",
                            "analytics",
                            "asset",
                            "webhook",
                            "account",
                            "route",
                            "injection",
                            "console")),
            Map.entry(
                    "",
                    Set.of(
                            "api",
                            "account",
                            "analytics",
                            "connection",
                            "fault",
                            "store",
                            "handler",
                            "webhook",
                            "server")),
            Map.entry("rule", Set.of("api", "fault", "answer")),
            Map.entry("console", Set.of("api", "fault", "intake", "store", "answer", "rule")),
            Map.entry("cli", Set.of("", "api", "fault", "rule")));

    /** The packages that know a library, by the library's root package. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "org.eclipse.jetty",
                    Set.of(
                            "connection",
                            "intake",
                            "store",
                            "answer",
                            "handler",
                            "analytics",
                            "route",
                            "injection",
                            "console",
                            "server"),
            "com.fasterxml.jackson", Set.of("intake", "store", "answer", "injection", "rule"),
            "org.slf4j", Set.of("connection", "intake", "server"),
            "picocli", Set.of("cli"),
            "org.junit", Set.of(""));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    private static Stream<JavaClass> targets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType());
    }

    private static boolean isBelow(JavaClass type, String root) {
        return (type.getPackageName() + ".").startsWith(root + ".");
    }

    private static String packageBelow(String root, JavaClass type) {
        return type.getPackageName().equals(root) ? "" : type.getPackageName().substring(root.length() + 1);
    }

    /** The imports between the packages below a root. */
    private static Map<String, Set<String>> arrows(JavaClasses classes, String root) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            String from = packageBelow(root, type);
            Set<String> used = arrows.computeIfAbsent(from, name -> new TreeSet<>());
            targets(type)
                    .filter(target -> isBelow(target, root))
                    .map(target -> packageBelow(root, target))
                    .filter(to -> !to.equals(from))
                    .forEach(used::add);
        }
        return arrows;
    }

    /** Removes packages without imports from the rest until none is left to remove; returns the packages of circles. */
    private static Set<String> circle(Map<String, Set<String>> arrows) {
        Set<String> left = new HashSet<>(arrows.keySet());
        while (left.removeIf(from -> arrows.get(from).stream().noneMatch(left::contains))) {}
        return left;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    /** A class and its nested classes count as one. */
    private static final ArchRule NO_CIRCLE_OF_CLASSES = SlicesRuleDefinition.slices()
            .assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(outermost(type).getName());
                }

                @Override
                public String getDescription() {
                    return "classes";
                }
            })
            .should()
            .beFreeOfCycles();

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path source) {
        try {
            return Files.readAllLines(source).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void importsOnlyAlongTheArrowsOfTheTable() {
        assertThat(arrows(MAIN, ROOT)).isEqualTo(ARROWS);
    }

    @Test
    void hasNoCircleOfPackages() {
        assertThat(circle(ARROWS)).isEmpty();
    }

    @Test
    void hasNoCircleOfClasses() {
        NO_CIRCLE_OF_CLASSES.check(MAIN);
    }

    @Test
    void keepsLibrariesInTheirPackages() {
        LIBRARIES.forEach((library, packages) -> assertThat(MAIN.stream()
                        .filter(type -> targets(type).anyMatch(target -> isBelow(target, library)))
                        .map(type -> packageBelow(ROOT, type))
                        .collect(Collectors.toSet()))
                .as(library)
                .isEqualTo(packages));
    }

    @Test
    void knowsNothingOfTheComponent() {
        DescribedPredicate<JavaClass> others = DescribedPredicate.describe(
                "other modules",
                target -> isBelow(target, "io.github.camelapivideo") && !isBelow(target, ROOT)
                        || isBelow(target, "org.apache.camel"));
        assertThat(MAIN.stream().flatMap(ArchitectureTest::targets).filter(others))
                .isEmpty();
    }

    @Test
    void crowdsNoPackage() {
        Map<Path, Long> files = sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files).hasSize(ARROWS.size());
        assertThat(files.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void keepsFilesShort() {
        assertThat(sources()).allSatisfy(source -> assertThat(lines(source)).isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void explainsEveryPackage() {
        Set<Path> packages = sources().map(Path::getParent).collect(Collectors.toSet());
        assertThat(packages).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .content()
                .contains("Start with", "May import"));
    }

    /** The same rules, on planted classes that break them. */
    @Nested
    class WhenBroken {

        @Test
        void reportsTwoClassesThatUseEachOther() {
            assertThatThrownBy(() -> NO_CIRCLE_OF_CLASSES.check(PLANTED_CLASSES))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Cycle detected")
                    .hasMessageContaining("planted.Hen")
                    .hasMessageContaining("planted.Egg");
        }

        @Test
        void allowsAClassAndItsNestedClassesToUseEachOther() {
            JavaClasses nested = new ClassFileImporter().importClasses(Shell.class, Shell.Yolk.class);
            assertThatCode(() -> NO_CIRCLE_OF_CLASSES.check(nested)).doesNotThrowAnyException();
        }

        @Test
        void reportsAnArrowThatTheTableLacks() {
            Map<String, Set<String>> found = arrows(PLANTED_CLASSES, PLANTED);
            assertThat(found).containsEntry("low", Set.of("high")).isNotEqualTo(Map.of("low", Set.of()));
        }

        @Test
        void reportsTwoPackagesThatUseEachOther() {
            assertThat(circle(arrows(PLANTED_CLASSES, PLANTED))).containsExactlyInAnyOrder("low", "high");
        }
    }
}
