// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.bound;

import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.StallDetector;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the uploads of a producer early: after {@code uploadTimeout}, and when Camel tells that the caller has gone.
 * Thread-safe.
 */
public final class UploadBounds {

    private static final Logger LOG = LoggerFactory.getLogger(UploadBounds.class);

    // For some ends Camel calls nothing: they are polled.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Duration uploadTimeout;

    /** @param uploadTimeout the longest time from the arrival of an exchange to the end of its upload; zero for no limit */
    public UploadBounds(Duration uploadTimeout) {
        this.uploadTimeout = uploadTimeout;
    }

    /**
     * Runs the upload of an exchange that arrives now.
     *
     * @param notBegun begins the message of an upload whose time was over before it could explain that itself
     * @param upload ends early, for the reason of the cancellation that it receives
     * @return what the upload returns
     */
    public <T> CompletableFuture<T> within(
            Exchange exchange,
            StallDetector timer,
            String notBegun,
            Function<Cancellation, CompletableFuture<T>> upload) {
        Bound bound = new Bound(exchange, timer);
        return upload.apply(bound.until).handle((done, problem) -> {
            bound.close();
            if (problem == null) {
                return done;
            }
            Throwable cause = Failures.cause(problem);
            throw new CompletionException(
                    cause == bound.until.reason() && cause instanceof TimeoutException
                            ? new UploadFailed(notBegun + cause.getMessage(), null, 0, cause)
                            : cause);
        });
    }

    /** Watches one exchange until its upload has ended. Thread-safe. */
    private final class Bound extends SynchronizationAdapter {

        private final Cancellation until = new Cancellation();
        private final Exchange exchange;
        private final Exception atArrival;
        private final UnitOfWork unitOfWork;
        private final StallDetector timer;
        private final StallDetector.Watch timeLimit;
        private volatile StallDetector.Watch nextLook;
        private volatile boolean closed;

        Bound(Exchange exchange, StallDetector timer) {
            this.exchange = exchange;
            this.atArrival = exchange.getException();
            this.unitOfWork = exchange.getUnitOfWork();
            this.timer = timer;
            if (unitOfWork != null) {
                unitOfWork.addSynchronization(this);
            }
            timeLimit = timer.watch(uploadTimeout, this::tooLate);
            nextLook = timer.watch(BETWEEN_LOOKS, this::look);
        }

        private void tooLate() {
            until.cancel(new TimeoutException(
                    "it was not complete after " + uploadTimeout.toMillis() + " ms (uploadTimeout)"));
        }

        // An exchange that waits for its upload gets an exception only from a caller that gives up the wait, such as an
        // interrupted thread.
        private void look() {
            if (exchange.getException() != atArrival) {
                gone();
                return;
            }
            nextLook = timer.watch(BETWEEN_LOOKS, this::look);
            if (closed) {
                nextLook.close();
            }
        }

        @Override
        public void onDone(Exchange done) {
            gone();
        }

        private void gone() {
            LOG.info("The caller of exchange {} has gone: its upload is cancelled", exchange.getExchangeId());
            until.cancel(new CancellationException("the caller has gone: the exchange has ended before its upload"));
        }

        // Another exchange lives longer.
        @Override
        public boolean allowHandover() {
            return false;
        }

        void close() {
            closed = true;
            timeLimit.close();
            nextLook.close();
            if (unitOfWork != null) {
                unitOfWork.removeSynchronization(this);
            }
        }
    }
}
