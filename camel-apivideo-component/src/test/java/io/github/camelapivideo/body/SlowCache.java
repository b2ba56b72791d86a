// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.testsupport.TestVideo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.InputStreamCache;

/** A stream cache that hangs at one place and ignores interrupts until {@link #goOn()} releases it. */
public class SlowCache extends FilterInputStream implements StreamCache {

    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger resets = new AtomicInteger();
    private final long slowAt;
    private final long length;
    private volatile long position;

    public SlowCache(TestVideo video, long slowAt) {
        super(new InputStreamCache(video.bytes()));
        this.length = video.bytes().length;
        this.slowAt = slowAt;
    }

    public void awaitSlowPlace() throws InterruptedException {
        assertThat(slow.await(20, TimeUnit.SECONDS)).isTrue();
    }

    public void goOn() {
        goOn.countDown();
    }

    public int resets() {
        return resets.get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        if (position >= slowAt) {
            slow.countDown();
            waitUninterruptibly();
        }
        int read = super.read(target, offset, size);
        position += Math.max(0, read);
        return read;
    }

    private void waitUninterruptibly() {
        boolean interrupted = false;
        while (goOn.getCount() > 0) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void reset() {
        resets.incrementAndGet();
        position = 0;
        ((InputStreamCache) in).reset();
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        in.transferTo(target);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        return null;
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return position;
    }
}
