// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.http.RequestTimeouts.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestTimeoutsTest {

    private static final long MIB = 1024 * 1024;
    private static final Limit ANY = new Limit(Duration.ofSeconds(1), "any");

    @Test
    void fourLanesGetThroughAProxyThatSendsOnThreeMebibytesASecond() {
        Duration all = Duration.ofSeconds(4 * 128 / 3);
        assertThat(new RequestTimeouts(ANY, ANY, null).answerTo(128 * MIB).time())
                .isGreaterThan(all.multipliedBy(2));
    }

    @Test
    void aCallWithoutAPartWaitsTwoMinutes() {
        assertThat(new RequestTimeouts(ANY, ANY, null).answerTo(0))
                .isEqualTo(new Limit(Duration.ofMinutes(2), "answerTimeout"));
    }

    @Test
    void whatIsSetHoldsForEveryLength() {
        Limit set = new Limit(Duration.ofSeconds(7), "answerTimeout");
        assertThat(new RequestTimeouts(ANY, ANY, set).answerTo(200 * MIB)).isEqualTo(set);
    }
}
