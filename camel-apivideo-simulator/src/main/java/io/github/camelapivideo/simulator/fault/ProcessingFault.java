// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes wrong with a request that has been read, before it is judged or in place of that. */
final class ProcessingFault {

    private ProcessingFault() {}

    /** It takes its time. */
    record Slow(Duration delay) implements Fault {
        @Override
        public void pause() throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        }
    }

    /** It waits for somebody. */
    record Held(CountDownLatch latch) implements Fault {
        @Override
        public void pause() throws InterruptedException {
            latch.await();
        }
    }

    /** Its container is gone. */
    record Orphaned() implements Fault {
        @Override
        public void meddle(AccountActions account) {
            account.deleteContainer();
        }
    }

    /** Its access token is too old. */
    record Expired() implements Fault {
        @Override
        public void meddle(AccountActions account) {
            account.expireTokens();
        }
    }

    /** It is not carried out. */
    record Instead(CannedAnswer answer) implements Fault {
        @Override
        public Optional<CannedAnswer> insteadOfProcessing() {
            return Optional.of(answer);
        }
    }

    /** It is not carried out, and the answer says from when on it may be. */
    record RetryAt(int status, Duration delay) implements Fault {
        @Override
        public Optional<CannedAnswer> insteadOfProcessing() {
            return Optional.of(CannedAnswer.bare(status, Map.of("X-RateLimit-Retry-After", "")));
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.retryAt(delay);
        }
    }

    /** It is not carried out, and nobody says so. */
    record Stall() implements Fault {
        @Override
        public Optional<CannedAnswer> insteadOfProcessing() {
            return Optional.of(CannedAnswer.nothing());
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.silence();
        }
    }
}
