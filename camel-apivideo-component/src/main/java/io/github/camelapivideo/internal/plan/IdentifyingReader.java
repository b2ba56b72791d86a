// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.MemoryLease;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.SkippedPart;
import io.github.camelapivideo.internal.source.PartReader;
import io.github.camelapivideo.internal.source.PartReader.Beginning;
import io.github.camelapivideo.internal.source.PartReader.Outcome;
import io.github.camelapivideo.internal.source.PartReader.Reading;
import io.github.camelapivideo.internal.source.PartReader.Storing;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.RangedSource;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reads the parts of one source, optionally after its fingerprint. If the source can be read only once, the bytes that
 * were read for the fingerprint become the beginning of the first part, in the memory of that part. For one thread at a
 * time; does not close the source.
 */
public final class IdentifyingReader {

    private final PartSource source;
    private final PartBuffers buffers;
    private final PartReader reader;

    // The bytes that were read for the fingerprint and are in no part yet; null if none.
    private Begun begun;

    /** @see PartReader#PartReader */
    public IdentifyingReader(
            PartSource source,
            PartBuffers buffers,
            Workers threads,
            String uploadId,
            Duration sourceTimeout,
            Cancellation cancellation,
            PartSource.Listener listener) {
        this.source = source;
        this.buffers = buffers;
        this.reader = new PartReader(source, buffers, threads, uploadId, sourceTimeout, cancellation, listener);
    }

    /**
     * The beginning of the first part.
     *
     * @param lease the memory for a part of {@code room} bytes, or for a shorter source
     * @param storing creates the store for the rest of the part
     */
    private record Begun(PartContent content, MemoryLease lease, long room, Storing storing) {

        boolean hasRoomFor(long partSize) {
            return content.last() || lease == MemoryLease.NONE || partSize <= room;
        }

        void release() {
            content.release();
            lease.close();
        }
    }

    /**
     * Computes the fingerprint of the source. Must precede every other read.
     *
     * @param firstPart the probable size of the first part in bytes
     * @param end receives the outcome
     */
    public void identify(long firstPart, Consumer<Outcome<Fingerprint>> end) {
        if (source instanceof RangedSource ranged) {
            end.accept(reader.watched(moved -> Fingerprint.of(ranged, moved)));
            return;
        }
        reader.begin(Fingerprint.HEAD, firstPart, read -> end.accept(fingerprint(read, firstPart)));
    }

    private Outcome<Fingerprint> fingerprint(Beginning read, long firstPart) {
        PartContent head = read.reading().content();
        if (head == null) {
            read.lease().close();
            return new Outcome<>(null, read.reading().problem());
        }
        if (head.last()) {
            read.lease().keepOnly(head.length());
        }
        begun = new Begun(head, read.lease(), firstPart, read.storing());
        return reader.watched(moved -> Fingerprint.ofHead(head));
    }

    /**
     * Reads the next part.
     *
     * @param partSize the wanted size in bytes
     * @param end receives the outcome
     */
    public void read(long partSize, Consumer<Reading> end) {
        Begun first = take();
        if (first == null) {
            reader.read(partSize, end);
        } else if (first.hasRoomFor(partSize)) {
            reader.rest(first.content(), first.lease(), partSize, first.storing(), end);
        } else if (buffers.spills()) {
            reader.rest(first.content(), first.lease(), partSize, buffers::onDisk, end);
        } else {
            // An earlier upload had larger parts.
            reader.extend(
                    first.content(),
                    first.lease(),
                    partSize,
                    partSize,
                    whole -> end.accept(whole.reading().with(whole.lease())));
        }
    }

    /** Skips the next part, which the service has: the content has its length, but not its bytes. */
    public Reading pass(long partSize) {
        Begun first = take();
        if (first == null) {
            return reader.pass(partSize);
        }
        first.release();
        PartContent passed =
                new SkippedPart.Passed(first.content().length(), first.content().last());
        return reader.rest(passed, partSize, SkippedPart::new);
    }

    /** Gives back the bytes that were read for the fingerprint, if no part has taken them. */
    public void close() {
        Begun unused = take();
        if (unused != null) {
            unused.release();
        }
    }

    private Begun take() {
        Begun taken = begun;
        begun = null;
        return taken;
    }
}
