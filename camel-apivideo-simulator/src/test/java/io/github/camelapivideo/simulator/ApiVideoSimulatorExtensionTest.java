// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.testing.Client;
import java.net.ConnectException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiVideoSimulatorExtensionTest {

    @Nested
    @ExtendWith(ApiVideoSimulatorExtension.class)
    class ForEachTest {

        private static final Set<ApiVideoSimulator> SEEN = new HashSet<>();
        private ApiVideoSimulator before;

        @BeforeEach
        void start(ApiVideoSimulator simulator) {
            before = simulator;
        }

        @RepeatedTest(2)
        void givesANewOneWhichIsTheSameWithinTheTest(ApiVideoSimulator simulator) {
            assertThat(simulator).isSameAs(before);
            assertThat(SEEN.add(simulator)).isTrue();
        }

        @AfterAll
        static void closesThemAll() {
            assertThat(SEEN).hasSize(2).allSatisfy(closed -> assertThatThrownBy(
                            () -> Client.of(closed).get("/videos"))
                    .hasCauseInstanceOf(ConnectException.class));
            SEEN.clear();
        }
    }

    @Nested
    class ForTheClass {

        @RegisterExtension
        static final ApiVideoSimulatorExtension EXTENSION =
                ApiVideoSimulatorExtension.with(settings -> settings.apiKey("mine"));

        private static ApiVideoSimulator shared;

        @BeforeAll
        static void start(ApiVideoSimulator simulator) {
            shared = simulator;
        }

        @RepeatedTest(2)
        void resetsTheOneBeforeEachTest(ApiVideoSimulator simulator) {
            assertThat(simulator).isSameAs(shared);
            assertThat(simulator.apiKey()).isEqualTo("mine");
            assertThat(simulator.videos()).isEmpty();
            Client.of(simulator).create("left behind");
            assertThat(simulator.videos()).hasSize(1);
        }
    }
}
