// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.intake.VideoSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the service does with the source of one container: it imports it, assembles it, encodes it. Thread-safe. */
public final class Processing {

    private final Origin origin;
    private final VideoSource source;
    private final Instant createdAt;
    private final VideoLife life;
    // Guarded by this
    private EncodingScript encoding;
    private boolean importFails;

    Processing(Origin origin, VideoSource source, Instant createdAt, VideoLife life) {
        this.origin = origin;
        this.source = source;
        this.createdAt = createdAt;
        this.life = life;
        this.encoding = life.script();
    }

    /** Encodes by another script, from the arrival of the source. */
    public synchronized void encode(EncodingScript script) {
        encoding = script;
    }

    public synchronized EncodingScript encoding() {
        return encoding;
    }

    /** Lets the import fail: its status stays {@code ingesting}. */
    public synchronized void failImport() {
        importFails = true;
    }

    /** When the last byte came; empty if it has not, and for an import that fails. May be in the future. */
    private synchronized Optional<Instant> received() {
        Instant imported = createdAt.plus(life.imports());
        return switch (origin) {
            case UPLOAD, RECORDING -> source.completedAt();
            case DOWNLOAD, COPY -> importFails ? Optional.empty() : Optional.of(imported);
        };
    }

    /** When the status says that the source has arrived; empty if that is not known yet. May be in the future. */
    public Optional<Instant> arrivedAt() {
        boolean assembled = origin == Origin.UPLOAD || origin == Origin.RECORDING;
        return received().map(end -> assembled ? end.plus(life.assembly()) : end);
    }

    public boolean hasArrived(Instant moment) {
        return arrivedAt().filter(arrival -> !moment.isBefore(arrival)).isPresent();
    }

    /** The qualities that are listed at a moment; none before the source has arrived. */
    public List<EncodingScript.Quality> qualities(Instant moment) {
        return hasArrived(moment) ? encoding().at(Duration.between(received().orElseThrow(), moment)) : List.of();
    }

    /** When the encoding of every quality ends; empty as long as the arrival of the source is not known. */
    public Optional<Instant> encodedAt() {
        return arrivedAt().map(arrival -> end(arrival, encoding().end()));
    }

    /** When the encoding of a listed quality ends: not before the source has arrived. */
    public Instant endOf(EncodingScript.Quality quality) {
        return end(arrivedAt().orElseThrow(), quality.end());
    }

    private Instant end(Instant arrival, Duration encoding) {
        Instant end = received().orElseThrow().plus(encoding);
        return end.isBefore(arrival) ? arrival : end;
    }
}
