// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Quality;
import java.util.List;
import java.util.Set;

/** The states of a video that a wait can have as its goal. Decides only. */
public enum WaitGoal {
    /** No state: nothing is waited for. */
    none {
        @Override
        public Verdict verdict(VideoStatus before, VideoStatus now) {
            return Verdict.REACHED;
        }
    },
    /** The service has the whole source. */
    uploaded {
        @Override
        public Verdict verdict(VideoStatus before, VideoStatus now) {
            return now.arrived() ? Verdict.REACHED : Verdict.NOT_YET;
        }
    },
    /** One quality can be played. */
    playable {
        @Override
        public Verdict verdict(VideoStatus before, VideoStatus now) {
            if (now.encoding().playable()) {
                return Verdict.REACHED;
            }
            return isOver(now) && anyFailed(now) ? confirmed(Verdict.NEVER, before, now) : Verdict.NOT_YET;
        }
    },
    /** Every quality is encoded. */
    encoded {
        @Override
        public Verdict verdict(VideoStatus before, VideoStatus now) {
            if (!isOver(now)) {
                return Verdict.NOT_YET;
            }
            return confirmed(anyFailed(now) ? Verdict.NEVER : Verdict.REACHED, before, now);
        }
    };

    /** What a status means for a wait. */
    public enum Verdict {
        REACHED,
        NOT_YET,
        /** The status says that the wait is over, but its list of qualities may still grow: it is read once more. */
        ONCE_MORE,
        NEVER
    }

    private static final String FAILED = "failed";
    private static final Set<String> LAST = Set.of("encoded", FAILED);

    /**
     * Returns what the latest status means.
     *
     * @param before the status before the latest; null if there is none
     */
    public abstract Verdict verdict(VideoStatus before, VideoStatus now);

    /** Returns true if the source has arrived and no listed quality changes any more. */
    private static boolean isOver(VideoStatus status) {
        List<Quality> qualities = status.encoding().qualities();
        return status.arrived()
                && !qualities.isEmpty()
                && qualities.stream().allMatch(quality -> quality.status() != null && LAST.contains(quality.status()));
    }

    private static boolean anyFailed(VideoStatus status) {
        return status.encoding().qualities().stream().anyMatch(quality -> FAILED.equals(quality.status()));
    }

    private static Verdict confirmed(Verdict verdict, VideoStatus before, VideoStatus now) {
        boolean same = before != null
                && before.encoding().qualities().equals(now.encoding().qualities());
        return same ? verdict : Verdict.ONCE_MORE;
    }
}
