// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.ApiVideoEvent;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Quality;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.list.ListReader.Caller;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes one event of the events about the qualities of a video. */
enum Collapse {
    /** Each event reaches the route. */
    none,
    /** Only the event with which the last quality of a video was encoded reaches the route. */
    encoded;

    /** What the status of a video says about an event. */
    enum Verdict {
        /** Every quality is encoded. */
        last,
        /** Others are still being encoded, or have failed. */
        notLast,
        /** The status does not know yet what the event says, so that nothing can be said. */
        unknown
    }

    private static final String ENCODED = "encoded";
    private static final String FAILED = "failed";

    /** Returns true if the event has to be the last one about its video. */
    boolean concerns(ApiVideoEvent event) {
        return this == encoded && event.type().equals(EventTypes.QUALITY_COMPLETED) && event.videoId() != null;
    }

    /**
     * Asks the account whether an event is the last one about its video. The list of qualities may still grow, so that
     * the status is read twice.
     */
    static CompletableFuture<Verdict> ask(ApiVideoEvent event, Caller account) {
        return account.call(VideoRequests.status(event.videoId())).thenCompose(first -> {
            Verdict verdict = verdict(event, first);
            return verdict == Verdict.last
                    ? account.call(VideoRequests.status(event.videoId())).thenApply(second -> verdict(event, second))
                    : CompletableFuture.completedFuture(verdict);
        });
    }

    private static Verdict verdict(ApiVideoEvent event, VideoStatus status) {
        List<Quality> open = status.encoding().qualities().stream()
                .filter(quality -> !ENCODED.equals(quality.status()))
                .toList();
        if (open.stream().anyMatch(quality -> FAILED.equals(quality.status()) || !isOf(event, quality))) {
            return Verdict.notLast;
        }
        boolean all = open.isEmpty() && !status.encoding().qualities().isEmpty() && status.arrived();
        return all ? Verdict.last : Verdict.unknown;
    }

    private static boolean isOf(ApiVideoEvent event, Quality quality) {
        return quality.quality() != null
                && quality.quality().equals(event.quality())
                && (quality.type() == null || quality.type().equals(event.encoding()));
    }
}
