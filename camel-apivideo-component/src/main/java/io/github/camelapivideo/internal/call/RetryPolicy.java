// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Decides whether and when a request is tried again; does not wait. The delay doubles with every failure up to a
 * maximum, and half of it is random. Immutable.
 *
 * @param maxRetries the maximum number of retries
 * @param delay the delay before the first retry
 * @param maxDelay the longest delay
 * @param timeout the time for all retries, from the first failure; zero for no limit
 * @param recordTimeout the longest time for which the service's record may lag behind
 * @param random numbers from 0 (inclusive) to 1 (exclusive)
 */
public record RetryPolicy(
        int maxRetries,
        Duration delay,
        Duration maxDelay,
        Duration timeout,
        Duration recordTimeout,
        DoubleSupplier random) {

    private static final int GATEWAY_TIMEOUT = 504;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    // A service that answers oddly once usually answers so again.
    private static final int MOST_AFTER_ODD_ANSWER = 3;

    // Statuses that may pass: request timeout, too early, too many requests.
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    /**
     * Returns the delay before the next try; empty if the failure is final.
     *
     * @param failures the number of failures in a row, this one included
     * @param since the time since the first of them
     */
    Optional<Duration> next(int failures, Duration since, ApiVideoException failure) {
        if (failures > most(failure) || !mayPass(failure)) {
            return Optional.empty();
        }
        Duration asked = failure instanceof Rejected refusal ? refusal.getRetryAfter() : Duration.ZERO;
        Duration backOff = backOff(failures);
        Duration wait = asked.compareTo(backOff) > 0 ? asked : backOff;
        boolean inTime = timeout.isZero() || since.plus(wait).compareTo(timeout) <= 0;
        return inTime ? Optional.of(wait) : Optional.empty();
    }

    private int most(ApiVideoException failure) {
        return failure.getCause() instanceof OddAnswerException
                ? Math.min(maxRetries, MOST_AFTER_ODD_ANSWER)
                : maxRetries;
    }

    /**
     * Returns the delay before the service's record is read again; empty if {@code recordTimeout} is over.
     * @param reads the number of reads so far
     * @param since the time since the first read
     */
    Optional<Duration> nextRead(int reads, Duration since) {
        Duration left = recordTimeout.minus(since);
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        Duration pause = shorter(backOff(reads), LONGEST_PAUSE);
        // The last read comes when the time is over, not before.
        return Optional.of(shorter(pause, left).plusMillis(1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Returns true if the same request may succeed later. */
    public static boolean mayPass(ApiVideoException failure) {
        if (failure instanceof Unreachable) {
            return !isDistrust(failure);
        }
        return PASSING.contains(failure.getStatus()) || failure.getStatus() >= 500;
    }

    /** Returns true if the service may have carried out the request although its answer was lost or is a 5xx. */
    public static boolean mayHaveWorked(Throwable failure) {
        return failure instanceof Unreachable lost && lost.isAnswerLost()
                || failure instanceof Rejected refusal && refusal.getStatus() >= 500;
    }

    /** Returns true if the service may still be carrying out the request: neither it nor a proxy has refused it. */
    public static boolean mayStillWork(ApiVideoException failure) {
        return failure instanceof Unreachable lost
                        && lost.isAnswerLost()
                        && !(lost.getCause() instanceof OddAnswerException)
                || failure.getStatus() == GATEWAY_TIMEOUT;
    }

    // A certificate that is not trusted now will not be trusted later.
    private static boolean isDistrust(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    private Duration backOff(int failures) {
        double full = Math.min(maxDelay.toMillis(), delay.toMillis() * Math.pow(2, failures - 1.0));
        return Duration.ofMillis((long) (full / 2 + full / 2 * random.getAsDouble()));
    }
}
