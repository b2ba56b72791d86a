// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.Secret;
import io.github.camelapivideo.internal.container.AccountGateway;
import io.github.camelapivideo.internal.container.PartTransport;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.MemoryPartSource;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Races that no server can be made to lose: the transport answers two lanes in the same moment. */
class UploadEngineTest {

    private static final byte[] TWO_PARTS = new byte[(int) PartPlan.MIN_PART_SIZE + 1];

    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final UploadEngine engine = new UploadEngine(lanes, lanes, timer, new PartBuffers(1, null));

    @AfterEach
    void stop() {
        lanes.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void anUploadIsNeverTakenForCompleteWhileOneOfItsPartsIsFailing() throws Exception {
        for (int run = 0; run < 20_000; run++) {
            CyclicBarrier together = new CyclicBarrier(2);
            PartTransport transport = (destination, fileName, part, written, abort) -> {
                meet(together);
                if (part.number() == 2) {
                    throw new Rejected("Part 2", 400, new Problem(null, "no", null, 400, null), Duration.ZERO);
                }
                return Video.of(destination.videoId());
            };
            CompletableFuture<UploadResult> result = engine.upload(
                    request(),
                    new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                    new AccountGateway(Optional.empty(), transport, RequestGate.FREE),
                    new RetryPolicy(
                            0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, () -> 0));
            Throwable failure = result.handle((done, error) -> error).get(10, TimeUnit.SECONDS);
            assertThat(failure).as("run " + run).isNotNull();
        }
    }

    @Test
    void anEndThatBreaksIsAnEnd() throws Exception {
        PartTransport answersNothing = (destination, fileName, part, written, abort) -> null;
        CompletableFuture<UploadResult> result = engine.upload(
                request(),
                new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                new AccountGateway(Optional.empty(), answersNothing, RequestGate.FREE),
                new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, () -> 0));
        Throwable failure = result.handle((done, error) -> error).get(10, TimeUnit.SECONDS);
        assertThat(failure).hasRootCauseInstanceOf(NullPointerException.class);
    }

    private static UploadRequest request() {
        return new UploadRequest(
                "id",
                new UploadTarget.Delegated(new Secret("to1"), "vi1"),
                "a.mp4",
                PartPlan.MIN_PART_SIZE,
                2,
                100,
                false,
                Duration.ZERO,
                ContentInspector.NONE,
                null);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
