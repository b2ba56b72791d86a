// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.waiting.WaitGoal;
import io.github.camelapivideo.internal.waiting.WaitGoal.Verdict;
import io.github.camelapivideo.internal.waiting.WaitPlan;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A video that was seen and that the route has not had. For one thread at a time. */
final class Pending {

    // A container may stand empty for a week.
    private static final WaitPlan PACE = new WaitPlan(
            WaitGoal.playable,
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            () -> ThreadLocalRandom.current().nextDouble());

    private final Sighting sighting;
    private VideoStatus last;
    private int questions;
    private long due;

    Pending(Sighting sighting) {
        this.sighting = sighting;
    }

    String videoId() {
        return sighting.videoId();
    }

    String key() {
        return sighting.key();
    }

    /** Returns true if its status was asked. */
    boolean isAsked() {
        return questions > 0;
    }

    /** Returns true if its status may be asked. */
    boolean isDue(long nanoTime) {
        return questions == 0 || nanoTime - due >= 0;
    }

    /** Takes a status, and returns what it means. The next one is due after a pause that grows. */
    Verdict answered(VideoStatus status, long nanoTime) {
        Verdict verdict = WaitGoal.playable.verdict(last, status);
        last = status;
        questions++;
        Duration pause = verdict == Verdict.ONCE_MORE
                ? PACE.interval()
                : PACE.pause(questions, Duration.ZERO).orElseThrow();
        due = nanoTime + pause.toNanos();
        return verdict;
    }
}
