// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.part.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lane that still reads may count after the end, which no server can be made to wait for. */
class UploadProgressMeterTest {

    private final List<UploadProgress> told = new ArrayList<>();
    private final UploadProgressMeter meter = new UploadProgressMeter(
            new UploadRequest(
                    "id",
                    new UploadTarget.Existing("vi1"),
                    "a.mp4",
                    0,
                    1,
                    100,
                    false,
                    Duration.ZERO,
                    Duration.ZERO,
                    ContentInspector.NONE,
                    told::add),
            Observer.NONE,
            System::nanoTime);

    @Test
    void theEndIsTheLastThatTheListenerHears() {
        meter.begins(-1, Part.UNKNOWN);
        meter.filling("vi1");
        meter.ended(new IllegalStateException());
        meter.filling("vi1");
        meter.ended(null);
        assertThat(told).extracting(UploadProgress::state).containsExactly(State.RUNNING, State.FAILED);
    }
}
