// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to its request, an operation is done once, or ends with an error that says what is uncertain. */
class OperationFaultsTest {

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @AfterEach
    void repair() {
        world.simulator().reset();
    }

    static Stream<Arguments> all() {
        return Requested.ALL.stream()
                .flatMap(requested -> Accident.ALL.stream().map(accident -> Arguments.of(requested, accident)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isDoneOnceOrSaysWhatIsUncertain(Requested requested, Accident accident) {
        Given given = requested.given().apply(world);
        long before = requested.rule().before(world, given);
        long injected = world.simulator().faults().injected();
        int sent = requested.sent(world);
        world.simulator()
                .faults()
                .on(requested.method(), requested.path())
                .times(1)
                .then(accident.fault());

        Exchange exchange = world.exchange(requested.operation() + given.options(), given.body(), given.headers());

        assertThat(world.simulator().faults().injected())
                .as("the fault was met")
                .isGreaterThan(injected);
        world.simulator().faults().clear();
        world.simulator().acceptConnections();
        if (requested.rule() == Rule.IN_DOUBT && accident.doubtful()) {
            assertThat(exchange.getException())
                    .isInstanceOf(ApiVideoException.InDoubt.class)
                    .hasMessageContaining("may have worked");
            assertThat(requested.sent(world) - sent).isLessThanOrEqualTo(1);
            assertThat(world.count(given.there()) - before).isBetween(0L, 1L);
        } else {
            assertThat(exchange.getException()).isNull();
            requested.rule().check(world, given, before, exchange);
        }
    }

    /** Operations whose requests are those of uploads, of other operations, or none. */
    private static final String OTHERS = "upload|uploadPart|planParts|waitForVideo|request|deleteAbandoned";

    @Test
    void everyOperationIsInTheTable() {
        assertThat(Requested.ALL.stream().map(Requested::operation))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ApiVideoOperation.values())
                        .map(Enum::name)
                        .filter(name -> !name.matches(OTHERS))
                        .toList());
    }
}
