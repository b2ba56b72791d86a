// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.slf4j.LoggerFactory;

/** Every fault at every moment with every kind of body, and every source that is not what it should be. */
@Tag("table")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReliabilityTest {

    private static final int MIB = 1024 * 1024;

    // Most of them wait for something.
    private static final int AT_ONCE = 12;

    @TempDir
    static Path folder;

    static final List<Mishap> MISHAPS = Mishap.ALL;

    private static final Map<Mishap, List<Future<Case.Result>>> CASES = new LinkedHashMap<>();
    private static final Map<Source, List<Future<SourceCase.Result>>> SOURCES = new LinkedHashMap<>();
    private static final ReliabilityDocument DOCUMENT = new ReliabilityDocument();

    private static SecretWatch log;
    private static ApiVideoSimulator elsewhere;
    private static ExecutorService runners;

    @BeforeAll
    static void start() throws Exception {
        log = SecretWatch.begin();
        elsewhere = ApiVideoSimulator.builder().start();
        runners = Executors.newFixedThreadPool(AT_ONCE);
        Sample threeParts = Sample.of(folder, 10 * MIB + 7);
        Sample onePart = Sample.of(folder, MIB);
        Sample fiveParts = Sample.of(folder, 20 * MIB + 7);
        URI nowhere = elsewhere.baseUri();
        for (Source source : Source.values()) {
            SOURCES.put(
                    source,
                    submit(SourceCase.of(source)
                            .<Callable<SourceCase.Result>>map(one -> () -> one.run(fiveParts))
                            .toList()));
        }
        for (Mishap mishap : Mishap.ALL) {
            CASES.put(
                    mishap,
                    submit(Case.toRun(mishap)
                            .<Callable<Case.Result>>map(
                                    one -> () -> one.run(one.moment() == Moment.ONLY ? onePart : threeParts, nowhere))
                            .toList()));
        }
    }

    private static <T> List<Future<T>> submit(List<Callable<T>> work) {
        return work.stream().map(runners::submit).toList();
    }

    @AfterAll
    static void stop() {
        runners.shutdownNow();
        elsewhere.close();
        log.end();
    }

    @ParameterizedTest
    @FieldSource("MISHAPS")
    @Order(1)
    void eachFaultEndsAsItHasTo(Mishap mishap) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Future<Case.Result> one : CASES.get(mishap)) {
            DOCUMENT.add(one.get());
            wrong.add(one.get().wrong());
        }
        assertThat(wrong).isNotEmpty().allSatisfy(text -> assertThat(text).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void eachSourceEndsAsItHasTo(Source source) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Future<SourceCase.Result> one : SOURCES.get(source)) {
            DOCUMENT.add(one.get());
            wrong.add(one.get().wrong());
        }
        assertThat(wrong).isNotEmpty().allSatisfy(text -> assertThat(text).isEmpty());
    }

    @Test
    @Order(2)
    void followsNoRedirect() {
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    @Order(2)
    void noThreadIsLeft() {
        assertThat(log.threads()).anyMatch(name -> name.contains("ApiVideoLane"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains("ApiVideo")));
    }

    @Test
    @Order(2)
    void nothingSecretWasLoggedOrThrown() {
        assertThat(log.seen()).isGreaterThan(100_000);
        assertThat(log.leaks()).isEmpty();
        assertThat(SecretWatch.hasToken("token=" + "x1".repeat(40) + "&")).isTrue();
        LoggerFactory.getLogger("somebody").trace("Authorization: Bearer x");
        assertThat(log.leaks()).hasSize(1);
    }

    @Test
    void aBuildMissesNoPairThatMeets() {
        List<Case> all = Mishap.ALL.stream().flatMap(Case::of).toList();
        List<Case> build = all.stream().filter(Case::isInBuild).toList();

        assertThat(build).hasSizeLessThan(all.size() / 3);
        List.<Function<Case, Object>>of(
                        one -> List.of(one.moment(), one.body()),
                        one -> List.of(one.mishap(), one.moment(), one.parallelism()),
                        one -> List.of(one.mishap(), one.moment(), one.keyed()),
                        one -> List.of(one.body(), one.parallelism(), one.keyed()))
                .forEach(part -> assertThat(distinct(build, part)).isEqualTo(distinct(all, part)));
    }

    private static Set<Object> distinct(List<Case> cases, Function<Case, Object> part) {
        return cases.stream().map(part).collect(Collectors.toSet());
    }

    @Test
    void everyTestThatTheDocumentNamesIsThere() throws Exception {
        assertThat(Kind.missing()).isEmpty();
    }

    @Test
    @Order(3)
    void theDocumentTellsWhatHappened() throws Exception {
        DOCUMENT.check();
    }
}
