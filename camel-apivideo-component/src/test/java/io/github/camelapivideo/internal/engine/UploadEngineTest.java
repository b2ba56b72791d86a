// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.FakeAnswer;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.MemoryPartSource;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.Workers;
import io.github.camelapivideo.internal.upload.PartRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Races that no server can be made to lose: the transport answers two lanes in the same moment. */
class UploadEngineTest {

    private static final byte[] TWO_PARTS = new byte[(int) PartPlan.MIN_PART_SIZE + 1];

    private static final RetryPolicy NO_RETRIES =
            new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, () -> 0);

    private static final AccountGateway NO_SERVICE = new AccountGateway(
            "production",
            (request, credential, cancellation) -> new FakeAnswer(500, "{}"),
            RequestGate.FREE,
            Credentials.NONE);

    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final UploadEngine engine = engine(lanes);

    @AfterEach
    void stop() {
        lanes.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void anUploadIsNeverTakenForCompleteWhileOneOfItsPartsIsFailing() throws Exception {
        for (int run = 0; run < 4_000; run++) {
            CyclicBarrier together = new CyclicBarrier(2);
            Transport transport = (request, credential, cancellation) -> {
                meet(together);
                boolean second = request.body() instanceof RequestBody.File part
                        && part.contentRange().startsWith("part 2");
                return new FakeAnswer(second ? 400 : 201, "{\"videoId\":\"vi1\"}");
            };
            CompletableFuture<UploadResult> result = upload(
                    request(null),
                    new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                    new AccountGateway("production", transport, RequestGate.FREE, null),
                    new RetryPolicy(
                            0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, () -> 0));
            Throwable failure = result.handle((done, error) -> error).get(10, TimeUnit.SECONDS);
            assertThat(failure).as("run " + run).isNotNull();
        }
    }

    @Test
    void anEndThatBreaksIsAnEnd() throws Exception {
        Transport transport = (request, credential, cancellation) -> new FakeAnswer(201, "{\"videoId\":\"vi1\"}");
        RequestGate brokenForReads = (budget, again, granted) -> {
            if (budget == RequestGate.Budget.READS) {
                throw new IllegalStateException("broken");
            }
            return RequestGate.FREE.ask(budget, again, granted);
        };
        List<State> heard = new ArrayList<>();
        CompletableFuture<UploadResult> result = upload(
                request(progress -> heard.add(progress.state())),
                new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                new AccountGateway("production", transport, brokenForReads, Credentials.NONE),
                new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, () -> 0));
        Throwable failure = result.handle((done, error) -> error).get(10, TimeUnit.SECONDS);
        assertThat(failure).hasMessageContaining("broken");
        assertThat(heard).endsWith(State.FAILED);
    }

    @Test
    void aRefusedTokenPutsNoPartInDoubt() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        Transport empty = (request, credential, cancellation) -> new FakeAnswer(200, """
                {"ingest": {"status": "uploading", "receivedParts": {"parts": []}}}""");
        List<RequestGate.Budget> asked = new CopyOnWriteArrayList<>();
        RequestGate counting = (budget, again, granted) -> {
            asked.add(budget);
            return RequestGate.FREE.ask(budget, again, granted);
        };
        CompletableFuture<UploadResult> result = upload(
                request(new UploadTarget.Existing("vi1"), ContentInspector.NONE, null),
                new MemoryPartSource(ByteBuffer.wrap(new byte[1])),
                new AccountGateway("production", empty, counting, new Tokens(() -> fetched.incrementAndGet() > 1)),
                NO_RETRIES);
        Throwable failure = result.handle((done, error) -> error).get(10, TimeUnit.SECONDS);
        assertThat(failure).hasMessageContaining("The token");
        assertThat(asked).containsExactly(RequestGate.Budget.READS, RequestGate.Budget.UPLOADS);
    }

    @Test
    void aThreadThatTheMachineDoesNotMakeEndsTheUpload() throws Exception {
        Transport transport = (request, credential, cancellation) -> new FakeAnswer(201, "{\"videoId\":\"vi1\"}");
        List<String> failures = new ArrayList<>();
        for (int made = 0; made < 5; made++) {
            UploadEngine shortOfThreads = engine(new OneTaskLost(lanes, made));
            Throwable failure = upload(
                            shortOfThreads,
                            request(null),
                            new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                            new AccountGateway("production", transport, RequestGate.FREE, Credentials.NONE),
                            NO_RETRIES)
                    .handle((done, error) -> error)
                    .get(10, TimeUnit.SECONDS);
            failures.add(String.valueOf(failure));
            assertThat(shortOfThreads.uploads().list()).isEmpty();
            assertThat(shortOfThreads.isFilling("vi1")).isFalse();
        }
        assertThat(failures).anyMatch(text -> text.contains(OneTaskLost.REASON));
    }

    /** Threads that take some tasks, fail for the next as if there were too many of them, and take all later ones. */
    private static final class OneTaskLost implements Executor {

        private static final String REASON = "unable to create native thread";

        private final Executor threads;
        private final AtomicInteger made;

        OneTaskLost(Executor threads, int made) {
            this.threads = threads;
            this.made = new AtomicInteger(made);
        }

        @Override
        public void execute(Runnable task) {
            if (made.getAndDecrement() == 0) {
                throw new OutOfMemoryError(REASON);
            }
            threads.execute(task);
        }
    }

    private UploadEngine engine(Executor threads) {
        return new UploadEngine(
                new Workers(new Lanes(threads, 100), lanes, timer, System::nanoTime),
                new PartBuffers(1, null),
                100,
                null,
                Observer.NONE);
    }

    private CompletableFuture<UploadResult> upload(
            UploadRequest request, PartSource source, AccountGateway account, RetryPolicy policy) {
        return upload(engine, request, source, account, policy);
    }

    private static CompletableFuture<UploadResult> upload(
            UploadEngine engine, UploadRequest request, PartSource source, AccountGateway account, RetryPolicy policy) {
        return engine.uploads()
                .admit(
                        request,
                        account,
                        new Cancellation(),
                        turn -> engine.upload(turn, request, source, account, policy));
    }

    private CompletableFuture<Video> sendPart(
            PartRequest request, PartSource source, AccountGateway account, RetryPolicy policy) {
        return engine.uploads()
                .admitPart(
                        request,
                        account,
                        new Cancellation(),
                        turn -> engine.sendPart(turn, request, source, account, policy));
    }

    /** Credentials that are refused with 503 while the condition holds. */
    private record Tokens(BooleanSupplier refused) implements Credentials {

        @Override
        public CompletableFuture<Void> ready(Cancellation cancellation) {
            return refused.getAsBoolean()
                    ? CompletableFuture.failedFuture(
                            new Rejected("The token", 503, new Problem(null, "no", null, 503, null), Duration.ZERO))
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public Credential current() {
            return Credential.NONE;
        }

        @Override
        public boolean refused(Secret header) {
            return false;
        }
    }

    private static final ContentInspector BROKEN = beginning -> {
        throw new NoClassDefFoundError("broken");
    };

    @Test
    void anInspectorThatBreaksEndsTheUpload() {
        CompletableFuture<UploadResult> result = upload(
                request(new UploadTarget.Delegated(new Secret("to1"), "vi1"), BROKEN, null),
                new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                NO_SERVICE,
                NO_RETRIES);
        assertThat(result).failsWithin(10, TimeUnit.SECONDS).withThrowableThat().withMessageContaining("broken");
    }

    @Test
    void anInspectorThatBreaksEndsTheUploadOfAPart() {
        CompletableFuture<Video> result = sendPart(
                new PartRequest("id", "vi1", "a.mp4", 1, 1, -1, 0, null, Duration.ZERO, BROKEN, null),
                new MemoryPartSource(ByteBuffer.wrap(TWO_PARTS)),
                NO_SERVICE,
                NO_RETRIES);
        assertThat(result).failsWithin(10, TimeUnit.SECONDS).withThrowableThat().withMessageContaining("broken");
    }

    private static UploadRequest request(UploadListener listener) {
        return request(new UploadTarget.Delegated(new Secret("to1"), "vi1"), ContentInspector.NONE, listener);
    }

    private static UploadRequest request(UploadTarget target, ContentInspector inspector, UploadListener listener) {
        return new UploadRequest(
                "id",
                target,
                "a.mp4",
                PartPlan.MIN_PART_SIZE,
                2,
                100,
                false,
                Duration.ZERO,
                Duration.ZERO,
                inspector,
                listener);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
