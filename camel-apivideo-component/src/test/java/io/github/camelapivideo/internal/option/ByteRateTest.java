// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRateTest {

    @ParameterizedTest
    @CsvSource({
        "1000B/s, 1000",
        "1kB/s, 1000",
        "50MB/s, 50000000",
        "1.5GB/s, 1500000000",
        "1KiB/s, 1024",
        "2 MiB/s, 2097152",
        "1GiB/s, 1073741824",
        "8001bit/s, 1000",
        "8kbit/s, 1000",
        "100Mbit/s, 12500000",
        "10Gbit/s, 1250000000",
        "' 50MB/s ', 50000000",
        "999999999999.999GiB/s, 9223372036854775807",
    })
    void readsWhatPeopleKnowFromTheirLine(String text, long bytesPerSecond) {
        assertThat(ByteRate.parse("bandwidthLimit", text)).isEqualTo(bytesPerSecond);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nothingIsNoLimit(String text) {
        assertThat(ByteRate.parse("bandwidthLimit", text)).isEqualTo(ByteRate.UNLIMITED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50",
                "50MB",
                "50mb/s",
                "50Mb/s",
                "50Mbps",
                "0MB/s",
                "0.9kB/s",
                "7999bit/s",
                "-1MB/s",
                "auto",
                "MB/s",
                "1e3B/s"
            })
    void refusesEverythingElseAndNamesWhatIsAllowed(String text) {
        assertThatThrownBy(() -> ByteRate.parse("bandwidthLimit", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bandwidthLimit=" + text + ": allowed is a number with B/s, kB/s, MB/s, GB/s, KiB/s, MiB/s,"
                        + " GiB/s, bit/s, kbit/s, Mbit/s or Gbit/s, from 1kB/s, or nothing for no limit");
    }
}
