// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SkippedPart;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.RangedSource;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * A body that delivers {@link Piece}s instead of bytes. Checks its reader: reads one at a time, none after the close; every
 * part released, none used after that; one close, while nothing reads.
 */
class FakeSource implements PartSource {

    private static final long HEAD = PartPlan.MIN_PART_SIZE;
    private static final int LONGEST_STALL = 400;

    /**
     * The identity of a body.
     *
     * @param head identifies the first 5 MiB
     * @param rest identifies the bytes after them
     * @param length in bytes
     */
    record Body(int head, int rest, long length) {

        Piece piece(long from, long size) {
            return new Piece(from < HEAD ? head : 0, from + size > HEAD ? rest : 0, from, size);
        }
    }

    /**
     * The behaviour of a source.
     *
     * @param held true if its parts are held in memory, as those of a stream
     * @param prompt true if every read ends soon
     * @param failsAt cannot be read behind so many bytes
     * @param stallsAt stalls behind so many bytes, once
     */
    record Manner(boolean held, boolean prompt, long failsAt, long stallsAt) {}

    final Body body;
    final Manner manner;
    private final Schedule schedule;
    private long position;
    private boolean stalled;
    private boolean cutOff;
    private int reading;
    private int writing;
    private int unreleased;
    private int closed;

    FakeSource(Body body, Manner manner, Schedule schedule) {
        this.body = body;
        this.manner = manner;
        this.schedule = schedule;
    }

    /** A source of known length that can be read anywhere, as a file. */
    static final class Ranged extends FakeSource implements RangedSource {
        Ranged(Body body, Manner manner, Schedule schedule) {
            super(body, manner, schedule);
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(body.length());
        }

        @Override
        public RangedSource range(long from, long length) {
            RangedSource.check(from, length, body.length());
            Ranged range = new Ranged(body, new Manner(false, true, Long.MAX_VALUE, Long.MAX_VALUE), super.schedule);
            range.skipTo(from);
            return range;
        }
    }

    void skipTo(long from) {
        position = from;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isBuffered() {
        return manner.held();
    }

    @Override
    public boolean isPrompt() {
        return manner.prompt();
    }

    @Override
    public boolean closesPromptly() {
        return manner.prompt();
    }

    @Override
    public PartContent next(long partSize, PartStore store, Runnable moved) throws IOException {
        if (closed > 0 && !cutOff) {
            schedule.violated("a source is read after it was closed");
        }
        if (reading > 0) {
            schedule.violated("a source is read twice at once");
        }
        reading++;
        try {
            return read(partSize, store);
        } finally {
            reading--;
        }
    }

    private PartContent read(long partSize, PartStore store) throws SourceException {
        long from = position;
        long size = Math.min(partSize, body.length() - from);
        if (manner.held()) {
            deliver(from, size);
        }
        position = from + size;
        Content content = new Content(body.piece(from, size), position == body.length());
        // A part that the service has is read into no memory.
        if (manner.held() && !(store instanceof SkippedPart)) {
            unreleased++;
        }
        return content;
    }

    /** Blocks; fails or stalls where the manner says so. */
    private void deliver(long from, long size) throws SourceException {
        schedule.blockBriefly();
        if (from + size > manner.stallsAt() && !stalled) {
            stalled = true;
            schedule.trace("the source stalls");
            schedule.blockWhile(() -> !cutOff, LONGEST_STALL);
        }
        if (cutOff) {
            throw new SourceException("cut off");
        }
        if (from + size > manner.failsAt()) {
            throw new SourceException("unreadable behind " + from);
        }
    }

    @Override
    public void cutOff() {
        schedule.trace("the source is cut off");
        cutOff = !manner.prompt();
    }

    @Override
    public void close() {
        schedule.trace("the source is closed");
        if (reading + writing > 0) {
            schedule.violated("a source is closed while it is read");
        }
        closed++;
    }

    /** Checks the source after the run. */
    void checkEnd() {
        if (closed != 1) {
            schedule.violated("a source is closed " + closed + " times");
        }
        if (unreleased != 0) {
            schedule.violated(unreleased + " parts of a source are not released");
        }
    }

    private final class Content implements PartContent {
        private final Piece piece;
        private final boolean last;
        private boolean released;

        Content(Piece piece, boolean last) {
            this.piece = piece;
            this.last = last;
        }

        @Override
        public long length() {
            return piece.length();
        }

        @Override
        public boolean last() {
            return last;
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            if (released) {
                schedule.violated("a part is sent after it was released");
            }
            if (!manner.held()) {
                readInPlace();
            }
            sink.write(piece.bytes(), 0, Piece.SIZE);
            if (released) {
                schedule.violated("a part is released while it is sent");
            }
        }

        // A file is read while it is sent.
        private void readInPlace() throws SourceException {
            if (closed > 0) {
                schedule.violated("a part is sent from a source that is closed");
            }
            writing++;
            try {
                deliver(piece.from(), piece.length());
            } finally {
                writing--;
            }
        }

        @Override
        public void release() {
            if (!released && manner.held()) {
                unreleased--;
            }
            released = true;
        }
    }
}
