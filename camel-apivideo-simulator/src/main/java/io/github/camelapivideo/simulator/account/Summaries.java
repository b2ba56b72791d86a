// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.api.SummaryStatus;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.Processing;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The summaries of the videos, at most one for each. A generated one is {@code waiting} until the video has arrived and
 * the summary time is over; it then ends as {@link #endAs} says. Thread-safe.
 */
public final class Summaries {

    static final String ID = "summaryId";
    static final String VIDEO = "videoId";
    static final String STATUS = "sourceStatus";
    static final String ABSTRACT = "abstract";
    static final String TAKEAWAYS = "takeaways";

    private static final String PARTS = "parts";
    private static final Map<String, Object> GENERATED = Map.of(
            ABSTRACT,
            "This is the summary that the simulator makes of every video. It has more than twenty words, so that a"
                    + " client can show a text of the usual length.",
            TAKEAWAYS,
            List.of("The first point.", "The second point.", "The third point."));

    private final VideoStore videos;
    private final Clock clock;
    private final Duration time;
    private final Webhooks webhooks;
    private final Resources summaries;
    private volatile SummaryStatus end = SummaryStatus.COMPLETED;

    /** @param time from the arrival of the video, or the later request, to the end of the generation */
    Summaries(VideoStore videos, Clock clock, Duration time, Webhooks webhooks) {
        this.videos = videos;
        this.clock = clock;
        this.time = time;
        this.webhooks = webhooks;
        this.summaries = new Resources(clock, "summary_", ID);
    }

    /**
     * How the generation of summaries ends from now on; at first {@code COMPLETED}.
     *
     * @param status {@code COMPLETED}, {@code FAILED} or {@code UNPROCESSABLE}
     */
    public void endAs(SummaryStatus status) {
        if (status == SummaryStatus.MISSING || status == SummaryStatus.WAITING) {
            throw new IllegalArgumentException("status=" + status + ": allowed COMPLETED, FAILED, UNPROCESSABLE");
        }
        end = status;
    }

    /**
     * Generates the summary that the attributes of a video ask for; refuses the request if the video has one, or gets
     * one.
     */
    public void generate(String videoId, Map<String, Object> attributes) {
        generate(
                videoId,
                (List<?>) attributes.getOrDefault("transcriptSummaryAttributes", List.of()),
                "transcriptSummary");
    }

    /**
     * Generates a summary.
     *
     * @param parts some of "abstract" and "takeaways"; empty for both
     * @param name the attribute to blame
     */
    Resource generate(String videoId, List<?> parts, String name) {
        return create(videoId, name, Map.of("origin", "auto", STATUS, wire(SummaryStatus.WAITING), PARTS, parts));
    }

    /** Creates a summary to be written by the client. */
    Resource create(String videoId, String name) {
        return create(videoId, name, Map.of("origin", "api", STATUS, wire(SummaryStatus.MISSING)));
    }

    private synchronized Resource create(String videoId, String name, Map<String, Object> attributes) {
        if (summaries.all().stream().anyMatch(summary -> videoId.equals(summary.get(VIDEO)))) {
            throw exists(name);
        }
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put(VIDEO, videoId);
        return summaries.create(all);
    }

    private static RuntimeException exists(String name) {
        return ProblemType.SUMMARY_ALREADY_EXISTS.because(
                name, "You can delete the existing summary and generate a new one.");
    }

    /** Replaces some of the text; refuses the request while it is generated. */
    synchronized Resource write(String summaryId, Map<String, Object> text) {
        advance();
        if (has(summaries.get(summaryId), SummaryStatus.WAITING)) {
            throw exists("");
        }
        Map<String, Object> changes = new LinkedHashMap<>(text);
        changes.put(STATUS, wire(SummaryStatus.COMPLETED));
        return summaries.update(summaryId, changes);
    }

    /** All summaries as they are now. */
    synchronized Resources current() {
        advance();
        return summaries;
    }

    static boolean has(Resource summary, SummaryStatus status) {
        return wire(status).equals(summary.get(STATUS));
    }

    static String wire(SummaryStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Ends every generation whose time is over. */
    public synchronized void advance() {
        summaries.all().stream()
                .filter(summary -> has(summary, SummaryStatus.WAITING))
                .forEach(summary ->
                        due(summary).filter(at -> !clock.instant().isBefore(at)).ifPresent(at -> finish(summary, at)));
    }

    /** When the generation ends; empty while the video has not arrived. */
    private Optional<Instant> due(Resource summary) {
        Instant asked = summary.createdAt();
        return videos.find(summary.text(VIDEO))
                .map(StoredVideo::processing)
                .flatMap(Processing::arrivedAt)
                .map(arrived -> (arrived.isAfter(asked) ? arrived : asked).plus(time));
    }

    private void finish(Resource summary, Instant at) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put(STATUS, wire(end));
        if (end == SummaryStatus.COMPLETED) {
            List<?> parts = (List<?>) summary.get(PARTS);
            GENERATED.forEach((name, text) -> {
                if (parts.isEmpty() || parts.contains(name)) {
                    changes.put(name, text);
                }
            });
        }
        summaries.update(summary.id(), changes);
        if (end == SummaryStatus.COMPLETED) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(VIDEO, summary.get(VIDEO));
            fields.put(ID, summary.id());
            webhooks.emit("video.summary.generated", at, fields);
        }
    }

    synchronized void clear() {
        summaries.clear();
        end = SummaryStatus.COMPLETED;
    }
}
