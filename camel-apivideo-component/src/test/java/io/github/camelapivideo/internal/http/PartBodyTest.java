// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.thread.StallDetector;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PartBodyTest {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** The end of an array, without the array. */
    private record EndOfArray(int offset, int size) implements PartContent {

        @Override
        public long length() {
            return size;
        }

        @Override
        public boolean last() {
            return true;
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            sink.write(new byte[0], offset, size);
        }
    }

    /** Checks where it is written from; the bytes themselves do not matter. */
    private static final class Places extends OutputStream {
        private long next;

        Places(long first) {
            next = first;
        }

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            assertThat(offset).isEqualTo((int) next).isNotNegative();
            assertThat(length).isPositive();
            next += length;
            assertThat(next).isLessThanOrEqualTo(LARGEST_ARRAY);
        }
    }

    @Test
    void writesTheLastBytesOfTheLargestArrayOnce() throws IOException {
        for (int size : new int[] {1, 256 * 1024, 256 * 1024 + 1, 5 * 1024 * 1024 + 3}) {
            int offset = LARGEST_ARRAY - size;
            Places places = new Places(offset);
            AtomicLong written = new AtomicLong();
            new PartBody(new EndOfArray(offset, size), "a.mp4", 64 * 1024, patient(), written::addAndGet)
                    .writeTo(places);
            assertThat(places.next).isEqualTo(LARGEST_ARRAY);
            assertThat(written).hasValue(size);
        }
    }

    private static StallGuard patient() {
        RequestTimeouts.Limit none = new RequestTimeouts.Limit(Duration.ZERO, "none");
        return new StallGuard(
                new StallDetector(null, System::nanoTime), new RequestTimeouts(none, none, none), () -> {});
    }
}
