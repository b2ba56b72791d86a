// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedContentTest {

    private static final byte[] BYTES = new byte[10_000];

    static {
        new Random(1).nextBytes(BYTES);
    }

    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final Cancellation cancellation = new Cancellation();

    // After the first slice, a pause of a quarter of an hour
    private final Bandwidth stopped = new Bandwidth(1, System::nanoTime);

    @AfterEach
    void stop() {
        lanes.shutdownNow();
    }

    @Test
    void writesAllBytesOutOfTheArrayInWhichTheyAre() throws IOException {
        Bandwidth fast = new Bandwidth(1_000_000, System::nanoTime);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        limited(fast.share(), new Bandwidth(30_000, System::nanoTime).share()).writeTo(new Sink() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                assertThat(bytes).isSameAs(BYTES);
                assertThat(length).isBetween(1, 30_000 / 20);
                written.write(bytes, offset, length);
            }
        });

        assertThat(written.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    void aCancellationEndsThePausesOfAllLanesAtOnce() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        Bandwidth.Share share = stopped.share();
        CompletableFuture<Throwable> one = write(limited(share), paused);
        paused.await();
        CompletableFuture<Throwable> other = write(limited(share), new CountDownLatch(1));

        cancellation.cancel();

        assertThat(one.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedIOException.class);
        assertThat(other.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void anInterruptEndsAPauseAtOnceAndIsKept() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        Thread lane = new Thread(() -> {
            write(limited(stopped.share()), paused, Runnable::run).join();
            kept.complete(Thread.currentThread().isInterrupted());
        });
        lane.start();
        paused.await();

        lane.interrupt();

        assertThat(kept.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void anUploadThatEndsInAPauseLeavesTheLineToTheOthers() throws Exception {
        Bandwidth slow = new Bandwidth(1_000, System::nanoTime);
        CountDownLatch paused = new CountDownLatch(1);
        CompletableFuture<Throwable> first = write(limited(slow.share()), paused);
        paused.await();
        CountDownLatch arrived = new CountDownLatch(1);
        LimitedContent next = new LimitedContent(new Content(), List.of(slow.share()), new Cancellation());
        write(next, arrived);

        cancellation.cancel();

        assertThat(first.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedIOException.class);
        assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private LimitedContent limited(Bandwidth.Share... shares) {
        return new LimitedContent(new Content(), List.of(shares), cancellation);
    }

    private CompletableFuture<Throwable> write(LimitedContent content, CountDownLatch begun) {
        return write(content, begun, lanes);
    }

    /** Returns how the write fails; null if it does not. */
    private static CompletableFuture<Throwable> write(LimitedContent content, CountDownLatch begun, Executor lane) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        content.writeTo(new Sink() {
                            @Override
                            public void write(byte[] bytes, int offset, int length) {
                                begun.countDown();
                            }
                        });
                        return null;
                    } catch (IOException e) {
                        return e;
                    }
                },
                lane);
    }

    private abstract static class Sink implements PartSink {
        @Override
        public int copySize() {
            return 1;
        }
    }

    private static final class Content implements PartContent {
        @Override
        public long length() {
            return BYTES.length;
        }

        @Override
        public boolean last() {
            return true;
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            sink.write(BYTES, 0, BYTES.length);
        }
    }
}
