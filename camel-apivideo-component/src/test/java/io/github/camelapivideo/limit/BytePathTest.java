// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.BareLoop;
import io.github.camelapivideo.testsupport.PlainHttp;
import io.github.camelapivideo.testsupport.TestVideo;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards what the way of the bytes costs, by figures that hold on a busy machine: allocation, and processor time beside
 * the same bytes sent by the least code that can. No seconds are compared, for they do not hold.
 */
class BytePathTest {

    private static final int PARTS = 24;
    private static final int PARALLELISM = 2;
    private static final int ROUNDS = 5;

    // A request, its form and its answer take about half of it; a buffer for each part would take more than that.
    private static final long ALLOCATED_FOR_A_PART = 64 * 1024;
    private static final long ALLOCATED_FOR_AN_UPLOAD = 1024 * 1024;

    // Close to 1 in practice; what writes byte by byte is above 5.
    private static final double CPU_OF_THE_BARE_LOOP = 1.5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private TestVideo video;

    @BeforeEach
    void start() {
        video = TestVideo.of((long) PARTS * PART);
    }

    @Test
    void aFileIsSentThroughBuffersThatAreUsedAgain() throws Exception {
        Path file = video.file(folder, "a.mp4");
        assertAllocatesLittle(file::toFile);
    }

    @Test
    void aStreamIsSentThroughBuffersThatAreUsedAgain() throws Exception {
        assertAllocatesLittle(video::stream);
    }

    private void assertAllocatesLittle(Supplier<Object> body) throws Exception {
        upload(body.get());
        upload(body.get());
        long least = least(() -> onThreads(THREADS::getThreadAllocatedBytes, () -> upload(body.get())));
        System.out.printf("%d bytes allocated for each part%n", least / PARTS);
        assertThat(least)
                .as("bytes allocated for an upload of %d parts", PARTS)
                .isPositive()
                .isLessThan(PARTS * ALLOCATED_FOR_A_PART + ALLOCATED_FOR_AN_UPLOAD);
    }

    @Test
    void aFileTakesHardlyMoreOfTheProcessorThanTheLeastLoop() throws Exception {
        Path file = video.file(folder, "a.mp4");
        try (BareLoop loop = new BareLoop(
                new PlainHttp(
                        fixture.simulator().baseUri(),
                        fixture.simulator().apiKey(),
                        new BasicHttpClientConnectionManager()),
                1)) {
            long bare = least(() -> {
                long before = THREADS.getCurrentThreadCpuTime();
                loop.upload(file, PART);
                return THREADS.getCurrentThreadCpuTime() - before;
            });
            long own = least(() -> onThreads(THREADS::getThreadCpuTime, () -> upload(file.toFile())));
            System.out.printf("%.2f of the bare loop's processor time%n", (double) own / bare);
            assertThat((double) own / bare)
                    .as("processor time × the bare loop's (%d / %d ns)", own, bare)
                    .isPositive()
                    .isLessThan(CPU_OF_THE_BARE_LOOP);
        }
    }

    private Void upload(Object body) {
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=" + PARALLELISM, body), video);
        fixture.simulator().reset();
        return null;
    }

    /** What all rounds needed at least: whatever disturbs adds to it, and nothing takes from it. */
    private static long least(Callable<Long> measurement) throws Exception {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, measurement.call());
        }
        return least;
    }

    /** Returns by how much a figure of the threads that read streams and send parts grows. */
    private static long onThreads(LongUnaryOperator figure, Callable<Void> upload) throws Exception {
        long before = threads(figure);
        upload.call();
        return threads(figure) - before;
    }

    private static long threads(LongUnaryOperator figure) {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains("ApiVideo"))
                .mapToLong(thread -> figure.applyAsLong(thread.getThreadId()))
                .sum();
    }
}
