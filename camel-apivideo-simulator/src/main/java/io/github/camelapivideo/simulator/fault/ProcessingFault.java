// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Faults after the body was read: before the request is processed, or in place of that. */
final class ProcessingFault {

    private ProcessingFault() {}

    /** Waits before processing. */
    record Slow(Duration delay) implements FaultEffect {
        @Override
        public void pause() throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        }
    }

    /** Waits for a latch before processing. */
    record Held(CountDownLatch latch) implements FaultEffect {
        @Override
        public void pause() throws InterruptedException {
            latch.await();
        }
    }

    /** Deletes the container of the request before processing. */
    record ContainerDeleted() implements FaultEffect {
        @Override
        public void changeAccount(AccountActions account) {
            account.deleteContainer();
        }
    }

    /** Expires all access tokens before processing. */
    record TokensExpired() implements FaultEffect {
        @Override
        public void changeAccount(AccountActions account) {
            account.expireTokens();
        }
    }

    /** Answers in place of processing. */
    record Instead(CannedAnswer answer) implements FaultEffect {
        @Override
        public Optional<CannedAnswer> insteadOfProcessing() {
            return Optional.of(answer);
        }
    }

    /** Answers with the date for the next try in place of processing. */
    record RetryAt(int status, Duration delay) implements FaultEffect {
        @Override
        public Optional<CannedAnswer> insteadOfProcessing() {
            return Optional.of(CannedAnswer.bare(status, Map.of("X-RateLimit-Retry-After", "")));
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.retryAt(delay);
        }
    }

    /** Neither processes nor answers. */
    record Stall() implements FaultEffect {
        @Override
        public Optional<CannedAnswer> insteadOfProcessing() {
            return Optional.of(CannedAnswer.nothing());
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.stall();
        }
    }
}
