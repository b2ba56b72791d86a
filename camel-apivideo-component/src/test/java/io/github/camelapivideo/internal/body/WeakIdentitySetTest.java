// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WeakIdentitySetTest {

    private final WeakIdentitySet set = new WeakIdentitySet();

    @Test
    void tellsEqualObjectsApart() {
        List<String> one = List.of("a");
        List<String> other = List.of("a");
        assertThat(set.add(one)).isTrue();
        assertThat(set.add(other)).isTrue();
        assertThat(set.add(one)).isFalse();
        set.remove(one);
        assertThat(set.add(one)).isTrue();
        assertThat(set.add(other)).isFalse();
    }

    @Test
    void letsOneOfManyThreadsAdd() {
        for (int round = 0; round < 100; round++) {
            Object object = new Object();
            AtomicInteger added = new AtomicInteger();
            IntStream.range(0, 8)
                    .parallel()
                    .filter(thread -> set.add(object))
                    .forEach(thread -> added.incrementAndGet());
            assertThat(added).hasValue(1);
        }
    }

    @Test
    void forgetsWhatIsCollected() {
        for (int number = 0; number < 1_000; number++) {
            set.add(new Object());
        }
        Object kept = new Object();
        set.add(kept);
        Awaitility.await().until(() -> {
            System.gc();
            return set.size() == 1;
        });
        assertThat(set.add(kept)).isFalse();
    }
}
