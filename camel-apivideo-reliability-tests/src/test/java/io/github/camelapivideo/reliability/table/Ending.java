// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * How an upload ended, by what the exchange says and by what the service has.
 *
 * @param outcome null if it is none that may be
 * @param text the facts
 */
record Ending(Outcome outcome, String text) {

    private static final List<String> SENT_FOR_NOTHING =
            List.of("video-content-range-by-part-part-already-sent", "video-source-already-uploaded");

    static Ending of(Exchange exchange, ApiVideoSimulator simulator, Sample sample) {
        return of(exchange, simulator, sample, sentForNothing(simulator));
    }

    /** The same where a part may come twice without the client's fault. */
    static Ending ofRepeated(Exchange exchange, ApiVideoSimulator simulator, Sample sample) {
        return of(exchange, simulator, sample, Optional.empty());
    }

    private static Ending of(Exchange exchange, ApiVideoSimulator simulator, Sample sample, Optional<String> waste) {
        List<ReceivedVideo> videos = simulator.videos();
        Exception failure = exchange.getException();
        Outcome outcome = waste.isPresent()
                ? null
                : failure == null ? success(exchange, videos, sample) : failure(failure, videos);
        return new Ending(outcome, waste.orElse("") + " failure: " + failure + ", videos: " + videos);
    }

    private static Outcome success(Exchange exchange, List<ReceivedVideo> videos, Sample sample) {
        boolean right = videos.size() == 1
                && sample.sha256().equals(videos.get(0).sha256())
                && videos.get(0).videoId().equals(exchange.getMessage().getHeader("CamelApiVideoId"));
        return right ? Outcome.COMPLETE : null;
    }

    private static Outcome failure(Exception failure, List<ReceivedVideo> videos) {
        String text = failure.getMessage();
        if (videos.isEmpty()) {
            return failure instanceof UploadFailed || failure instanceof IllegalArgumentException
                    ? Outcome.REFUSED
                    : null;
        }
        if (!(failure instanceof UploadFailed told) || videos.size() > 1) {
            return null;
        }
        String container = "container " + videos.get(0).videoId();
        if (text.contains(container + " kept")) {
            return videos.get(0).videoId().equals(told.getVideoId()) ? Outcome.KEPT : null;
        }
        boolean named = text.contains(container + " could not be deleted") || text.contains("may be left");
        return named ? Outcome.LEFT : null;
    }

    /** The service refuses what it has: nothing of that is to be found. */
    private static Optional<String> sentForNothing(ApiVideoSimulator simulator) {
        return simulator.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.problemSlug() != null && SENT_FOR_NOTHING.contains(request.problemSlug()))
                .map(request -> "part " + request.partNumber() + " was sent although the service had it;")
                .findFirst();
    }
}
