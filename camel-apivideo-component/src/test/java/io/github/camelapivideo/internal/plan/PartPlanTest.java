// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import static io.github.camelapivideo.internal.plan.PartPlan.MIB;
import static io.github.camelapivideo.internal.source.DeclaredLength.Trust.HINT;
import static io.github.camelapivideo.internal.source.DeclaredLength.Trust.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.plan.PartPlan.PartSizes;
import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.PartSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartPlanTest {

    private static final int PRODUCTION = 100;
    private static final long PART = 5 * MIB;
    private static final long MEMORY = 1024 * MIB;

    private record Measured(OptionalLong length, Optional<DeclaredLength> declaredLength) implements PartSource {

        @Override
        public PartContent next(long partSize, PartStore store, Runnable moved) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static PartPlan known(long length, long partSize, int parallelism) {
        OptionalLong known = OptionalLong.of(length);
        return PartPlan.of(new Measured(known, Optional.empty()), partSize, Parallelism.of(parallelism), PRODUCTION, 0);
    }

    private static PartPlan unknown(int parallelism) {
        return PartPlan.of(
                new Measured(OptionalLong.empty(), Optional.empty()),
                0,
                Parallelism.of(parallelism),
                PRODUCTION,
                MEMORY);
    }

    private static PartPlan declared(long length, DeclaredLength.Trust trust, long memory) {
        DeclaredLength said = new DeclaredLength(length, trust, "a header", "");
        return PartPlan.of(
                new Measured(OptionalLong.empty(), Optional.of(said)), 0, Parallelism.of(4), PRODUCTION, memory);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9_999, 10_000})
    void exactMultiplesAndTheirNeighboursAreRight(int parts) {
        assertThat(known(parts * PART, PART, 4).totalParts()).isEqualTo(parts);
        assertThat(known(parts * PART - 1, PART, 4).totalParts()).isEqualTo(parts);
        if (parts < PartPlan.MAX_PARTS) {
            assertThat(known(parts * PART + 1, PART, 4).totalParts()).isEqualTo(parts + 1);
        } else {
            assertThatThrownBy(() -> known(parts * PART + 1, PART, 4)).hasMessageContaining("10001 parts");
        }
    }

    @Test
    void hundredMiBAndAByteInPartsOfFiftyAreThree() {
        assertThat(known(100 * MIB + 1, 50 * MIB, 1).totalParts()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} MiB, {1} at once: {2} parts")
    @CsvSource({
        "1,       4, 1",
        "9,       4, 1",
        "10,      4, 2",
        "20,      4, 4",
        "100,     4, 4",
        "512,     4, 4",
        "512,     8, 8",
        "1024,    4, 8",
        "1024,    1, 8",
        "10240,   8, 80",
        "30720,   4, 156"
    })
    void theAutomaticSizeKeepsEveryLaneBusyToTheEnd(long mib, int parallelism, int parts) {
        PartPlan plan = known(mib * MIB, 0, parallelism);
        assertThat(plan.totalParts()).isEqualTo(parts);
        assertThat(plan.partSize()).isBetween(PartPlan.MIN_PART_SIZE, PartPlan.MAX_PART_SIZE);
        long last = mib * MIB - (parts - 1) * plan.partSize();
        assertThat(last)
                .as("the last part is about as large as the others")
                .isGreaterThan(plan.partSize() * 9 / 10 - 5 * MIB);
    }

    @ParameterizedTest(name = "{0} MiB, {1} at once, {2} requests a minute: {3} parts")
    @CsvSource({
        "5120,  8, 40, 32",
        "10240, 32, 100, 64",
        // Would be 202 MiB and more.
        "6470, 32, 40, 36",
    })
    void largerPartsKeepEveryLaneBusyWhereMoreWouldLeaveTheMinute(
            long mib, int parallelism, int requestsPerMinute, int parts) {
        assertThat(PartPlan.of(mib * MIB, 0, parallelism, requestsPerMinute).totalParts())
                .isEqualTo(parts);
    }

    @Test
    void aPromisedStreamGetsPartsThatFitIntoTheMemory() {
        PartPlan plan = declared(99 * MIB / 10, PROMISE, 8 * MIB);
        assertThat(plan.sizes().largest()).isEqualTo(5 * MIB);
        // More lanes than four hold parts of this one: larger parts would cost lanes.
        DeclaredLength said = new DeclaredLength(11_000 * MIB, PROMISE, "a header", "");
        assertThat(PartPlan.of(
                                new Measured(OptionalLong.empty(), Optional.of(said)),
                                0,
                                new Parallelism(4, 32, 8, 5),
                                PRODUCTION,
                                896 * MIB)
                        .sizes()
                        .largest())
                .isLessThanOrEqualTo(128 * MIB);
    }

    @Test
    void theAutomaticSizeIsValidForEveryLength() {
        for (long length = 1; length < 2_000_000 * MIB; length = length * 3 / 2 + 1) {
            for (int parallelism : new int[] {1, 2, 3, 4, 7, 16, 100}) {
                if (length > PartPlan.MAX_PART_SIZE * PartPlan.MAX_PARTS) {
                    continue;
                }
                PartPlan plan = known(length, 0, parallelism);
                assertThat(plan.partSize()).isBetween(PartPlan.MIN_PART_SIZE, PartPlan.MAX_PART_SIZE);
                assertThat(plan.totalParts()).isBetween(1, PartPlan.MAX_PARTS);
                assertThat(plan.totalParts() * plan.partSize()).isGreaterThanOrEqualTo(length);
                assertThat((plan.totalParts() - 1) * plan.partSize()).isLessThan(length);
            }
        }
    }

    @ParameterizedTest(name = "{0} MiB, {1} requests a minute")
    @CsvSource({"100, 40", "1024, 40", "5000, 40", "7000, 40", "1024, 100", "10240, 100", "17900, 100"})
    void aVideoThatCanBeSentWithinAMinutesRequestsIs(long mib, int requestsPerMinute) {
        assertThat(PartPlan.of(mib * MIB, 0, 4, requestsPerMinute).totalParts()).isLessThan(requestsPerMinute);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 24, 26, 28, 29, 32})
    void theLanesDoNotTakeAVideoOutOfTheMinute(int parallelism) {
        for (long mib = 100; mib < 17_000; mib += 100) {
            assertThat(known(mib * MIB, 0, parallelism).totalParts())
                    .as("%d MiB", mib)
                    .isLessThanOrEqualTo(92);
        }
    }

    @Test
    void aStreamsPartsFitIntoTheMemoryThereIs() {
        PartSource stream = new Measured(OptionalLong.empty(), Optional.empty());
        assertThat(PartPlan.of(stream, 0, Parallelism.of(4), PRODUCTION, 40 * MIB)
                        .sizes())
                .isEqualTo(PartSizes.all(8 * MIB));
        assertThat(PartPlan.of(stream, 0, Parallelism.of(4), PRODUCTION, 100 * MIB)
                        .sizes())
                .isEqualTo(new PartSizes(12 * MIB, 1, 448 * 1024, 60, 8 * MIB, 20 * MIB));
        assertThat(PartPlan.of(stream, 0, Parallelism.of(4), PRODUCTION, 1).sizes())
                .isEqualTo(PartSizes.all(PartPlan.MIN_PART_SIZE));
        assertThat(declared(30_000 * MIB, PROMISE, MEMORY).sizes().largest()).isLessThanOrEqualTo(128 * MIB);
    }

    @Test
    void thePartsOfAStreamGrowWithTheirNumber() {
        PartPlan plan = unknown(4);
        PartSizes sizes = new PartSizes(12 * MIB, 1, 448 * 1024, 60, 8 * MIB, 200 * MIB);
        assertThat(plan).isEqualTo(new PartPlan(sizes, Part.UNKNOWN));
        assertThat(plan.sizeOf(1)).isEqualTo(12 * MIB);
        assertThat(plan.sizeOf(2)).isEqualTo(12 * MIB + 448 * 1024);
        assertThat(plan.sizeOf(60)).isEqualTo(12 * MIB + 59 * 448 * 1024);
        assertThat(plan.sizeOf(61)).isEqualTo(12 * MIB + 59 * 448 * 1024 + 8 * MIB);
        assertThat(plan.sizeOf(PartPlan.MAX_PARTS)).isEqualTo(200 * MIB);
    }

    @ParameterizedTest(name = "{0} at once, {1} requests a minute, {2} MiB")
    @CsvSource({"1, 100, 6000", "4, 100, 5000", "8, 100, 4500", "1, 40, 2000", "4, 40, 1500"})
    void aStreamOfSomeGiBStaysWithinAMinutesRequests(int parallelism, int requestsPerMinute, long mib) {
        PartPlan plan = PartPlan.of(
                new Measured(OptionalLong.empty(), Optional.empty()),
                0,
                Parallelism.of(parallelism),
                requestsPerMinute,
                MEMORY);
        long sum = LongStream.rangeClosed(1, requestsPerMinute)
                .map(number -> plan.sizeOf((int) number))
                .sum();
        assertThat(sum).isGreaterThan(mib * MIB);
    }

    @Test
    void theMoreLanesTheSlowerThePartsOfAStreamGrow() {
        assertThat(List.of(
                        unknown(1).sizeOf(20), unknown(4).sizeOf(20), unknown(8).sizeOf(20)))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void aPromisedLengthCutsAStreamEvenly() {
        assertThat(declared(40 * MIB, PROMISE, MEMORY)).isEqualTo(new PartPlan(PartSizes.all(10 * MIB), Part.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(names = {"HINT", "WARN"})
    void aStreamThatIsLongerThanSaidGoesOnAsOneOfUnknownLength(DeclaredLength.Trust trust) {
        PartSizes sizes = declared(40 * MIB, trust, MEMORY).sizes();
        assertThat(List.of(sizes.of(1), sizes.of(4), sizes.of(5), sizes.of(6), sizes.of(1000)))
                .containsExactly(10 * MIB, 10 * MIB, 10 * MIB + 448 * 1024, 10 * MIB + 896 * 1024, 200 * MIB);
        assertThat(PartSizes.parse(sizes.toString())).isEqualTo(sizes);
    }

    @Test
    void aTinyLengthThatIsWrongDoesNotKeepThePartsSmall() {
        PartSizes sizes = declared(12, HINT, MEMORY).sizes();
        assertThat(List.of(sizes.of(1), sizes.of(2), sizes.of(75)))
                .containsExactly(5 * MIB, 5 * MIB + 448 * 1024, 5 * MIB + 59 * 448 * 1024 + 15 * 8 * MIB);
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000_000_000_000L, 999_999_999_999_999_999L})
    void aLengthForWhichThereIsNoMemoryIsNotBelieved(long length) {
        PartPlan unknown = PartPlan.of(
                new Measured(OptionalLong.empty(), Optional.empty()), 0, Parallelism.of(4), PRODUCTION, 100 * MIB);
        assertThat(declared(length, HINT, 100 * MIB)).isEqualTo(unknown);
    }

    @Test
    void noPartIsLargerThanTheMemoryForItWhateverIsSaid() {
        for (long length = 1; length < 1_000_000_000_000_000_000L / 3; length *= 3) {
            assertThat(declared(length, HINT, 100 * MIB).sizes().largest()).isEqualTo(20 * MIB);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5242880",
                "8388608+1048576..209715200",
                "5242880*4+1048576..209715200",
                "5242880*4+1/9+2..99999999",
                "5+1/9+2..99"
            })
    void sizesAreWrittenAndReadAgain(String text) {
        assertThat(PartSizes.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "5MiB",
                "5+1",
                "9+1..8",
                "1234567890123456789",
                "5*0+1..9",
                "5*3",
                "5*123456+1..9",
                "5+1/..9",
                "5/3..9",
                "5+1/+1..9",
                "5+1/123456+1..9"
            })
    void whatAreNoSizesIsRefused(String text) {
        assertThatThrownBy(() -> PartSizes.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
