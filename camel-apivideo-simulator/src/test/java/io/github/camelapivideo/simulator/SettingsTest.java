// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

    private static final Duration NEGATIVE = Duration.ofSeconds(-1);

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                wrong("assemblyTime=PT-1S: must not be negative", settings -> settings.assemblyTime(NEGATIVE)),
                wrong("encodingTime=PT-1S: must not be negative", settings -> settings.encodingTime(NEGATIVE)),
                wrong("importTime=PT-1S: must not be negative", settings -> settings.importTime(NEGATIVE)),
                wrong("visibleAfter=PT-1S: must not be negative", settings -> settings.visibleAfter(NEGATIVE)),
                wrong("listLag=PT-1S: must not be negative", settings -> settings.listLag(NEGATIVE)),
                wrong("recordLag=PT-1S: must not be negative", settings -> settings.recordLag(NEGATIVE)),
                wrong("smallestPageSize=0: allowed 1..100", settings -> settings.smallestPageSize(0)),
                wrong("smallestPageSize=101: allowed 1..100", settings -> settings.smallestPageSize(101)));
    }

    private static Arguments wrong(String message, UnaryOperator<ApiVideoSimulator.Builder> setting) {
        return arguments(message, setting);
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void namesAWrongSettingAndWhatIsAllowed(String message, UnaryOperator<ApiVideoSimulator.Builder> setting) {
        assertThatThrownBy(() -> setting.apply(ApiVideoSimulator.builder()).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
