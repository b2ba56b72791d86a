// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half an hour with random faults and 32 uploads at once in a small heap.
 *
 * <p>{@code -Dsoak.minutes=5} makes it shorter, {@code -Dsoak.seed=1} repeats what was chosen; when what happens is
 * still left to the threads.
 */
@Tag("soak")
class SoakTest {

    @TempDir
    Path folder;

    @Test
    void everyVideoArrivesAndNothingIsLeftOver() throws Exception {
        assertThat(new Soak(folder, SoakPlan.ofSystemProperties()).run()).isEmpty();
    }
}
