// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.bandwidth;

import io.github.camelapivideo.internal.bandwidth.Bandwidth.Share;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The bytes of a part that are sent no faster than limits allow. It pauses before the connection is given bytes, so that
 * neither the connection nor the source counts as stalled meanwhile. Copies no bytes.
 */
public final class LimitedContent implements PartContent {

    private final PartContent content;
    private final List<Share> shares;
    private final Cancellation cancellation;

    /**
     * @param shares one of each limit
     * @param cancellation ends a pause at once; the write then fails
     */
    public LimitedContent(PartContent content, List<Share> shares, Cancellation cancellation) {
        this.content = content;
        this.shares = shares;
        this.cancellation = cancellation;
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public boolean last() {
        return content.last();
    }

    @Override
    public String origin() {
        return content.origin();
    }

    @Override
    public void writeTo(PartSink sink) throws IOException {
        Limited limited = new Limited(sink, Thread.currentThread());
        Cancellation.Registration registration = cancellation.onCancel(limited::end);
        try {
            content.writeTo(limited);
        } finally {
            registration.close();
        }
    }

    @Override
    public void release() {
        content.release();
    }

    private final class Limited implements PartSink {

        private final PartSink sink;
        private final Thread lane;
        private final int slice;
        private final BooleanSupplier isEnded = () -> this.ended;
        private volatile boolean ended;

        Limited(PartSink sink, Thread lane) {
            this.sink = sink;
            this.lane = lane;
            this.slice = shares.stream().mapToInt(Share::slice).min().orElseThrow();
        }

        void end() {
            ended = true;
            LockSupport.unpark(lane);
        }

        @Override
        public int copySize() {
            return sink.copySize();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            // Counts down, because a position beyond the end of the largest array overflows an int.
            for (int left = length; left > 0; left -= slice) {
                int size = Math.min(slice, left);
                for (Share share : shares) {
                    share.await(size, isEnded);
                }
                sink.write(bytes, offset + (length - left), size);
            }
        }
    }
}
