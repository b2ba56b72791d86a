// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Imports point one way: root to internal.upload to api; internal.http to internal.upload and api. */
@AnalyzeClasses(packages = "io.github.camelapivideo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelapivideo";
    private static final String API = ROOT + ".api..";
    private static final String UPLOAD = ROOT + ".internal.upload..";
    private static final String HTTP = ROOT + ".internal.http..";
    private static final String SIMULATOR = ROOT + ".simulator..";

    @ArchTest
    static final ArchRule theApiKnowsTheJdkAndJacksonsAnnotations = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(API, "java..", "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule theEngineKnowsTheJdkAndSlf4j = classes()
            .that()
            .resideInAPackage(UPLOAD)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(UPLOAD, API, "java..", "javax.net.ssl..", "org.slf4j..");

    @ArchTest
    static final ArchRule httpKnowsTheEnginesPortsAndNoCamel = classes()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    HTTP,
                    UPLOAD,
                    API,
                    "java..",
                    "javax.net.ssl..",
                    "org.apache.hc..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule onlyTheWiringKnowsHttp = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .and()
            .haveNameNotMatching(".*\\.(ApiVideoClient|HttpTimeouts|MaskedActivity|SharedAccounts|WireHttpComponent"
                    + "|ApiVideoConverters|ContentDisposition)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HTTP, "org.apache.hc..", "org.apache.camel.component.http..", "com.fasterxml.jackson..");

    // Answer measures dates that the service tells; whatever lasts is counted by System.nanoTime().
    @ArchTest
    static final ArchRule nothingLastsLongerOrEndsBecauseTheClockIsSet = noClasses()
            .that()
            .resideInAnyPackage(HTTP, UPLOAD)
            .and()
            .doNotHaveSimpleName("Answer")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheContentKnowsTika = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Content(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.tika..");

    // Where they are missing, no other class may need them.
    @ArchTest
    static final ArchRule onlyAttachmentsAndDataKnowActivation = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(Attachments|DataBody)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.activation..", "org.apache.camel.attachment..");

    @ArchTest
    static final ArchRule theSimulatorIsAnotherWorld = noClasses()
            .that()
            .resideOutsideOfPackage(SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMULATOR);

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWhatARouteTouchesIsPublic = classes()
            .that()
            .resideInAPackage(ROOT)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveNameMatching(".*\\.ApiVideo(Component|Endpoint|Configuration|Constants|Converters|ConvertersLoader"
                    + "|ComponentConfigurer|EndpointConfigurer|EndpointUriFactory)");
}
