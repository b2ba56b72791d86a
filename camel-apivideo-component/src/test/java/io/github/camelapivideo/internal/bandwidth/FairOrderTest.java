// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** With a clock that a test moves; it overflows on the way. */
class FairOrderTest {

    private static final long BYTES_PER_SECOND = 1_000_000;
    private static final int SLICE = 10_000;

    // In bytes; goes to those who ask first
    private static final long BURST = BYTES_PER_SECOND / 10;

    private static final long MILLISECOND = 1_000_000;

    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();
    private final FairOrder order = new FairOrder(BYTES_PER_SECOND, now);

    /** An upload whose lanes ask for the next slice as soon as one is sent. */
    private final class Upload {
        private final FairOrder.Share share = new FairOrder.Share();
        private final List<FairOrder.Turn> lanes = new ArrayList<>();
        private final int slice;
        private long sent;

        Upload(int lanes, int slice) {
            this.slice = slice;
            for (int lane = 0; lane < lanes; lane++) {
                this.lanes.add(ask());
            }
        }

        private FairOrder.Turn ask() {
            return order.add(share, slice, () -> {});
        }

        void send() {
            for (int lane = 0; lane < lanes.size(); lane++) {
                if (order.left(lanes.get(lane), now) == 0) {
                    order.remove(lanes.get(lane));
                    lanes.set(lane, ask());
                    sent += slice;
                }
            }
        }
    }

    private void run(Duration time, Upload... uploads) {
        long end = now + time.toNanos();
        while (end - now > 0) {
            order.advance(now);
            for (Upload upload : uploads) {
                upload.send();
            }
            now += MILLISECOND;
        }
    }

    @Test
    void allUploadsTogetherSendWhatTheLimitAllows() {
        Upload one = new Upload(4, SLICE);
        Upload other = new Upload(1, SLICE);

        run(Duration.ofSeconds(10), one, other);

        assertThat(one.sent + other.sent).isBetween(10 * BYTES_PER_SECOND, 10 * BYTES_PER_SECOND + BURST + SLICE);
    }

    @Test
    void eachUploadHasTheSameShareHoweverManyLanesItHas() {
        Upload four = new Upload(4, SLICE);
        Upload one = new Upload(1, SLICE);
        Upload two = new Upload(2, SLICE);

        run(Duration.ofSeconds(10), four, one, two);

        assertThat(one.sent).isCloseTo(four.sent, within(BURST + 2 * SLICE));
        assertThat(two.sent).isCloseTo(four.sent, within(BURST + 2 * SLICE));
    }

    @Test
    void theShareIsOfBytesAndNotOfSlices() {
        Upload small = new Upload(1, SLICE / 10);
        Upload large = new Upload(1, SLICE);

        run(Duration.ofSeconds(10), small, large);

        assertThat(small.sent).isCloseTo(large.sent, within(BURST + 2 * SLICE));
    }

    @Test
    void anUploadThatBeginsLaterHasItsShareFromThenOnAndNoMore() {
        Upload early = new Upload(2, SLICE);
        run(Duration.ofSeconds(5), early);
        long before = early.sent;
        Upload late = new Upload(2, SLICE);

        run(Duration.ofSeconds(5), early, late);

        assertThat(late.sent).isCloseTo(early.sent - before, within(2 * SLICE));
    }

    @Test
    void anUploadAloneHasTheWholeLine() {
        Upload one = new Upload(1, SLICE);
        Upload gone = new Upload(1, SLICE);
        run(Duration.ofSeconds(1), one, gone);
        gone.lanes.forEach(order::remove);
        long before = one.sent;

        run(Duration.ofSeconds(4), one);

        assertThat(one.sent - before).isCloseTo(4 * BYTES_PER_SECOND, within(BURST + 2 * SLICE));
    }

    @Test
    void aLineThatWasUnusedMakesUpForATenthOfASecondOnly() {
        now += Duration.ofHours(1).toNanos();
        Upload upload = new Upload(100, SLICE);

        order.advance(now);
        upload.send();

        assertThat(upload.sent).isBetween(BURST, BURST + SLICE);
    }

    @Test
    void theFirstThatLeavesWakesTheNextWhichThenKnowsItsTime() {
        List<String> woken = new ArrayList<>();
        FairOrder.Share share = new FairOrder.Share();
        Upload before = new Upload(30, SLICE);
        order.advance(now);
        before.lanes.forEach(order::remove);
        FairOrder.Turn first = order.add(share, SLICE, () -> woken.add("first"));
        FairOrder.Turn second = order.add(share, SLICE, () -> woken.add("second"));
        assertThat(order.left(first, now)).isBetween(1L, 10 * MILLISECOND);
        assertThat(order.left(second, now)).isEqualTo(Long.MAX_VALUE);

        order.remove(first);

        assertThat(woken).containsExactly("second");
        assertThat(order.left(second, now)).isBetween(1L, 10 * MILLISECOND);
    }

    private static Offset<Long> within(long bytes) {
        return Offset.offset(bytes);
    }
}
