// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.camelapivideo.circle.Hen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves the arrows and the absence of circles that docs/architecture.md draws. */
class ArchitectureTest {

    private static final Path PICTURE = Path.of("..", "docs", "architecture.svg");
    private static final String ROOT = "io.github.camelapivideo";
    private static final String INTERNAL = ROOT + ".internal.";
    private static final String SIMULATOR = ROOT + ".simulator..";
    private static final String[] JDK = {"java..", "javax.net.ssl..", "org.slf4j.."};
    private static final String[] HTTP_CLIENT = {"org.apache.hc..", "com.fasterxml.jackson.."};
    private static final String[] CAMEL = {"org.apache.camel..", "javax.xml.."};
    private static final String[] MEDIA_TYPES = {"org.apache.tika..", "jakarta.activation..", "org.apache.hc.core5.."};

    private static final String[] OBSERVERS = {"io.micrometer.core..", "io.opentelemetry.api.."};

    // A newcomer shall be able to oversee a room.
    private static final int MOST_FILES = 20;

    private static final JavaClasses COMPONENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("simulator") && !location.contains("testsupport"))
            .importPackages(ROOT);

    /** The rooms, ground floor first: each with all that it may import. */
    private enum Room {
        api("", "com.fasterxml.jackson.annotation.."),
        api_account("api", "com.fasterxml.jackson.annotation.."),
        api_asset("api", "com.fasterxml.jackson.annotation.."),
        api_notification("api", "org.apache.camel.spi.."),
        text("", JDK),
        thread("", concat(JDK, "io.opentelemetry.context..")),
        part("", JDK),
        bandwidth("part thread", JDK),
        call("bandwidth part thread text api", JDK),
        throttle("call", JDK),
        source("part thread text", JDK),
        plan("source part thread text", JDK),
        container("plan part call thread text api", JDK),
        asset("source part option call thread text api", JDK),
        request("asset container part call text api", JDK),
        list("call thread text api", JDK),
        cleanup("list container call thread text api", JDK),
        waiting("container call thread text api", JDK),
        upload("container plan source part call thread text api", JDK),
        engine("bandwidth upload asset waiting container source part call thread text api", JDK),
        watch("throttle call part text api", concat(JDK, concat(CAMEL, concat(OBSERVERS, "javax.management..")))),
        http("call part thread text api", concat(JDK, HTTP_CLIENT)),
        option("text", JDK),
        body("source plan part text api", concat(JDK, concat(CAMEL, MEDIA_TYPES))),
        client("option http throttle call thread text api", concat(JDK, concat(CAMEL, HTTP_CLIENT))),
        input(
                "client body option upload waiting container plan source part call text api",
                concat(JDK, concat(CAMEL, "com.fasterxml.jackson.."))),
        sidecar("asset request input body engine container source call thread text api", concat(JDK, CAMEL)),
        bound("thread api", concat(JDK, CAMEL)),
        operation(
                "bound sidecar asset request cleanup list input client body option engine upload waiting container plan source part call thread text api",
                concat(JDK, CAMEL)),
        claim("text", concat(JDK, CAMEL)),
        event(
                "claim operation request list input http option container call thread text api",
                concat(JDK, concat(CAMEL, "javax.crypto.."))),
        polling(
                "claim operation request cleanup list input option waiting container call thread text api",
                concat(JDK, CAMEL)),
        feed("event polling operation input option", "java..");

        private final String packageName;
        private final String[] mayImport;
        private final Set<String> rooms;

        Room(String rooms, String... libraries) {
            this.rooms = rooms.isEmpty() ? Set.of() : Set.of(rooms.split(" "));
            this.packageName = packageOf(name());
            this.mayImport = concat(
                    concat(libraries, packageName, "java.."),
                    rooms.isEmpty()
                            ? new String[0]
                            : Arrays.stream(rooms.split(" "))
                                    .map(room -> packageOf(room) + (room.equals("api") ? ".." : ""))
                                    .toArray(String[]::new));
        }

        private static String packageOf(String room) {
            return room.startsWith("api") ? ROOT + "." + room.replace('_', '.') : INTERNAL + room;
        }
    }

    /** The room as it is drawn; the colour is that of the most that it knows. */
    private static ArchitecturePicture.Node node(Room room) {
        List<String> libraries = Arrays.asList(room.mayImport);
        boolean http = libraries.stream().anyMatch(List.of(HTTP_CLIENT)::contains);
        boolean camel = libraries.stream().anyMatch(library -> library.startsWith("org.apache.camel"));
        return new ArchitecturePicture.Node(
                room.name().replace('_', '.'),
                room.rooms.stream().map(name -> name.replace('_', '.')).collect(toSet()),
                http ? "http" : camel ? "camel" : "jdk");
    }

    @Test
    void thePictureShowsTheArrows() throws IOException {
        String expected = ArchitecturePicture.of(
                Arrays.stream(Room.values()).map(ArchitectureTest::node).toList());
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.writeString(PICTURE, expected);
        }
        assertThat(Files.readString(PICTURE))
                .as("made anew by: ./mvnw verify -pl camel-apivideo-component -am -Dapivideo.docs.write")
                .isEqualTo(expected);
    }

    private static String[] concat(String[] some, String... others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void aRoomImportsWhatItsArrowsSay(Room room) {
        classes()
                .that()
                .resideInAPackage(room.packageName)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.mayImport)
                .check(COMPONENT);
    }

    @Test
    void everyPackageIsARoomOfTheTable() {
        Set<String> rooms =
                Arrays.stream(Room.values()).map(room -> room.packageName).collect(toSet());
        rooms.add(ROOT);
        assertThat(COMPONENT.stream().map(JavaClass::getPackageName).collect(toSet()))
                .isEqualTo(rooms);
    }

    @Test
    void noPackageImportsItselfOverOthers() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(COMPONENT);
    }

    @Test
    void noClassesUseEachOther() {
        noCircles().check(COMPONENT);
    }

    @Test
    void aCircleThatIsPutInIsReported() {
        JavaClasses planted = new ClassFileImporter().importPackagesOf(Hen.class);
        assertThatThrownBy(() -> noCircles().check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Hen")
                .hasMessageContaining("Egg");
    }

    /** Each file is a slice of its own: a class with all that is nested in it. */
    private static ArchRule noCircles() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        return SliceIdentifier.of(file(javaClass));
                    }

                    @Override
                    public String getDescription() {
                        return "files";
                    }
                })
                .should()
                .beFreeOfCycles()
                .ignoreDependency(faceOfCamel(), faceOfCamel());
    }

    private static String file(JavaClass javaClass) {
        return javaClass.getName().replaceFirst("\\$.*", "");
    }

    // Camel's component makes endpoints, which know it; an endpoint makes its producer and consumer, which know it.
    private static DescribedPredicate<JavaClass> faceOfCamel() {
        return DescribedPredicate.describe("component, endpoint, producer, consumer", javaClass -> file(javaClass)
                .matches(".*\\.ApiVideo(Component|Endpoint|Producer|EventConsumer|PollingConsumer)"));
    }

    @Test
    void noRoomIsTooLargeToOversee() {
        Map<String, Set<String>> files = COMPONENT.stream()
                .filter(javaClass -> !javaClass.getSimpleName().endsWith("Loader"))
                .filter(javaClass -> !javaClass.getName().matches(".*(Configurer|UriFactory).*"))
                .collect(groupingBy(JavaClass::getPackageName, mapping(ArchitectureTest::file, toSet())));
        assertThat(files).allSatisfy((room, names) -> assertThat(names).as(room).hasSizeLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void onlyTheWiringKnowsHttp() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .haveNameNotMatching(".*\\.ApiVideoConverters(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        INTERNAL + "http..",
                        "org.apache.hc..",
                        "org.apache.camel.component.http..",
                        "com.fasterxml.jackson..")
                .check(COMPONENT);
    }

    // RequestSpans tells when a request began and ended,
    // Answer measures dates that the service tells, CreationReading puts one into a title, and EventMemory shares one
    // with other nodes; whatever lasts is counted by System.nanoTime().
    @Test
    void nothingLastsLongerOrEndsBecauseTheClockIsSet() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal..")
                .and()
                .doNotHaveSimpleName("RequestSpans")
                .and()
                .doNotHaveSimpleName("Answer")
                .and()
                .doNotHaveSimpleName("CreationReading")
                .and()
                .doNotHaveSimpleName("EventMemory")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(COMPONENT);
    }

    @Test
    void onlyPayloadsOfTheOperationsKnowJackson() {
        noClasses()
                .that()
                .resideInAPackage(Room.operation.packageName)
                .and()
                .haveNameNotMatching(".*\\.Payloads(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(COMPONENT);
    }

    @Test
    void onlyTheContentKnowsTika() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Content(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.tika..")
                .check(COMPONENT);
    }

    // Where they are missing, no other class may need them.
    @Test
    void onlyAttachmentsAndDataKnowActivation() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Attachments|DataBody)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.activation..", "org.apache.camel.attachment..")
                .check(COMPONENT);
    }

    @Test
    void onlySpansAndWhatIsCarriedKnowOpenTelemetry() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(RequestSpans|ApiVideoSpanDecorator|Surroundings\\$Trace)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.opentelemetry..", "org.apache.camel.telemetry..")
                .check(COMPONENT);
    }

    @Test
    void onlyTheMetersKnowMicrometer() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(UploadMeters|UploadGauges)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(COMPONENT);
    }

    @Test
    void theSimulatorIsAnotherWorld() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SIMULATOR)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SIMULATOR)
                .check(COMPONENT);
    }

    // JMX reads the consumer of events, and Camel makes the console.
    @Test
    void onlyWhatARouteTouchesIsPublic() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .haveNameMatching(
                        ".*\\.ApiVideo(Component|Endpoint|EventConsumer|DevConsole|Configuration|Constants|Converters|ConvertersLoader"
                                + "|ComponentConfigurer|ConfigurationConfigurer|EndpointConfigurer|EndpointUriFactory)")
                .check(COMPONENT);
    }
}
