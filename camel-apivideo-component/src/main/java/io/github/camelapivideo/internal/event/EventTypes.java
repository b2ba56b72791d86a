// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import java.util.List;

/** The types of events that the service documents. It may add others. */
final class EventTypes {

    static final String QUALITY_COMPLETED = "video.encoding.quality.completed";

    static final List<String> DOCUMENTED = List.of(
            "live-stream.broadcast.started",
            "live-stream.broadcast.ended",
            "video.source.recorded",
            QUALITY_COMPLETED,
            "video.caption.generated",
            "video.summary.generated");

    private EventTypes() {}
}
