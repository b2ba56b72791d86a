// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A stream with a fixed number of bytes a second, at any pace of reads. For one thread. */
public final class SlowSource extends FilterInputStream {

    /** What it delivers each second, in bytes. */
    public static final long BYTES_PER_SECOND = 20_000_000;

    private static final int CHUNK = 64 * 1024;

    private long delivered;
    private long firstReadAt;
    private volatile long lastByteAt;

    private SlowSource(InputStream in) {
        super(in);
    }

    /**
     * One upload from such a stream. Times are microseconds since 1970.
     *
     * @param lastByteAt when the stream has delivered its last byte
     */
    public record Upload(long bytes, long beganAt, long lastByteAt, long endedAt) {}

    /** One upload after another. */
    static List<Upload> run(Job job) throws Exception {
        List<Upload> uploads = new ArrayList<>();
        try (ComponentUploader uploader = new ComponentUploader(job)) {
            for (long length : job.uploads()) {
                SlowSource source = new SlowSource(Bodies.stream(job, length));
                long beganAt = micros();
                uploader.upload(source);
                uploads.add(new Upload(length, beganAt, source.lastByteAt, micros()));
            }
        }
        return uploads;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (firstReadAt == 0) {
            firstReadAt = System.nanoTime();
        }
        int size = super.read(bytes, offset, Math.min(length, CHUNK));
        if (size < 0) {
            return size;
        }
        delivered += size;
        waitUntil(firstReadAt + delivered * TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND);
        lastByteAt = micros();
        return size;
    }

    // Bytes that became due between two reads come at once.
    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
