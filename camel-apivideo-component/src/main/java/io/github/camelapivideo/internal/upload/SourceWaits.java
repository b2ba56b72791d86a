// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.source.PartSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Notes what the reads of one source of an upload wait for, and for how long. Thread-safe. */
final class SourceWaits implements PartSource.Listener {

    private static final long NOT = Long.MIN_VALUE;

    private final String name;
    private final Consumer<Throwable> stalled;
    private final Runnable moved;
    private final Consumer<Duration> granted;
    private final LongSupplier clock;
    private volatile long memorySince = NOT;
    private volatile long sourceSince = NOT;

    /**
     * @param name begins a sentence about the source
     * @param stalled receives the failure of a source that delivers nothing for too long
     * @param moved runs when the source has delivered bytes
     * @param granted receives the time of each wait for memory
     */
    SourceWaits(
            String name, Consumer<Throwable> stalled, Runnable moved, Consumer<Duration> granted, LongSupplier clock) {
        this.name = name;
        this.stalled = stalled;
        this.moved = moved;
        this.granted = granted;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    /** Returns for how long the source has waited for memory; empty if it does not. */
    Optional<Duration> forMemory() {
        return since(memorySince);
    }

    /** Returns for how long the source has delivered nothing; empty if it is not read. */
    Optional<Duration> forBytes() {
        return since(sourceSince);
    }

    private Optional<Duration> since(long moment) {
        return moment == NOT ? Optional.empty() : Optional.of(Duration.ofNanos(clock.getAsLong() - moment));
    }

    @Override
    public void stalled(SourceException failure) {
        stalled.accept(failure);
    }

    @Override
    public void waitsForMemory() {
        memorySince = clock.getAsLong();
    }

    @Override
    public void waitsForSource() {
        forMemory().ifPresent(waited -> {
            memorySince = NOT;
            granted.accept(waited);
        });
        sourceSince = clock.getAsLong();
    }

    @Override
    public void sourceDelivered() {
        moved.run();
        sourceSince = clock.getAsLong();
    }

    @Override
    public void waitsNoMore() {
        sourceSince = NOT;
    }
}
