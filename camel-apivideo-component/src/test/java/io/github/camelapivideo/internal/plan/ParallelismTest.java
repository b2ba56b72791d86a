// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import static io.github.camelapivideo.internal.plan.PartPlan.MIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.plan.Parallelism.Left;
import io.github.camelapivideo.internal.source.PartSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelismTest {

    private record Source(OptionalLong length) implements PartSource {

        static Source of(long mib) {
            return new Source(mib == 0 ? OptionalLong.empty() : OptionalLong.of(mib * MIB));
        }

        @Override
        public boolean isBuffered() {
            return length.isEmpty();
        }

        @Override
        public PartContent next(long partSize, PartStore store, Runnable moved) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static int most(long mib, long partSize, int requests, int lanes, long memory) {
        return Parallelism.chosen(Source.of(mib), partSize * MIB, new Left(requests, lanes, 48, memory * MIB))
                .most();
    }

    @ParameterizedTest(name = "{0} MiB in parts of {1}, {2} requests, {3} lanes and {4} MiB left: {5} at once")
    @CsvSource({
        // A large file that is alone has as many as help.
        "1024, 0, 100, 48, 0, 32",
        "30000, 0, 100, 48, 0, 32",
        // Parts do not become small for it.
        "20, 0, 100, 48, 0, 4",
        "128, 0, 100, 48, 0, 4",
        "512, 0, 100, 48, 0, 16",
        // The account's requests of this minute are for other videos, too.
        "1024, 0, 40, 48, 0, 13",
        "1024, 0, 12, 48, 0, 4",
        "1024, 0, 0, 48, 0, 4",
        // A third of the lanes are for other uploads.
        "1024, 0, 100, 40, 0, 24",
        "1024, 0, 100, 16, 0, 4",
        "1024, 0, 100, 0, 0, 4",
        // A size that is set does not depend on the number.
        "1024, 5, 9, 48, 0, 32",
        // A stream has the memory for its parts, and leaves some to others.
        "0, 0, 100, 48, 1024, 32",
        "0, 0, 100, 48, 128, 7",
        "0, 0, 100, 48, 10, 4",
        "0, 64, 100, 48, 1024, 10"
    })
    void aNumberIsChosenOutOfWhatOthersLeave(
            long mib, long partSize, int requests, int lanes, long memory, int expected) {
        assertThat(most(mib, partSize, requests, lanes, memory)).isEqualTo(expected);
    }

    @Test
    void aStreamOfUnknownLengthKeepsLargePartsPossible() {
        Parallelism chosen = Parallelism.chosen(Source.of(0), 0, new Left(100, 48, 48, 1024 * MIB));
        assertThat(chosen).isEqualTo(new Parallelism(4, 32, 8, 5));
        assertThat(Parallelism.of(32)).isEqualTo(new Parallelism(32, 32, 32, 33));
    }

    @Test
    void aNumberOrAutoIsParsed() {
        assertThat(Parallelism.parse("auto")).isEqualTo(Parallelism.AUTO);
        assertThat(Parallelism.parse("7")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "", "1.5", "99999999999", "AUTO"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> Parallelism.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parallelism=" + text + ": allowed is auto, or a number of 1 or more");
    }
}
