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
 * bound, and half of it is left to chance.
 *
 * @param maxRetries how often at most
 * @param delay before the first retry
 * @param maxDelay the bound
 * @param timeout for how long in all, from the first failure; zero for as long as the number allows
 * @param recordTimeout for how long the service may not know yet what it has accepted
 * @param random from 0 (inclusive) to 1 (exclusive)
 */
public record RetryPolicy(
        int maxRetries,
        Duration delay,
        Duration maxDelay,
        Duration timeout,
        Duration recordTimeout,
        DoubleSupplier random) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    // What the service itself says once it says again.
    private static final int MOST_AFTER_ODD_ANSWER = 3;

    // Those that arrived too late, too early or too fast.
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    /**
     * How long to wait after so many failures in a row, of which this is the last; empty if it is final.
     *
     * @param since how long ago the first of them was
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
     * How long to wait until the service is asked again for what it does not know yet; empty if it had its time.
     *
     * @param looks how often it was asked
     * @param since how long ago the first time was
     */
    Optional<Duration> nextLook(int looks, Duration since) {
        Duration left = recordTimeout.minus(since);
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        Duration pause = shorter(backOff(looks), LONGEST_PAUSE);
        // The last look comes when the time is over, not before.
        return Optional.of(shorter(pause, left).plusMillis(1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether the same request may succeed later. */
    public static boolean mayPass(ApiVideoException failure) {
        if (failure instanceof Unreachable) {
            return !isDistrust(failure);
        }
        return PASSING.contains(failure.getStatus()) || failure.getStatus() >= 500;
    }

    /** Whether the service may have done what it was asked to, though we have not heard of it. */
    public static boolean mayHaveWorked(Throwable failure) {
        return failure instanceof Unreachable lost && lost.isAnswerLost()
                || failure instanceof Rejected refusal && refusal.getStatus() >= 500;
    }

    /** A certificate that is not trusted now will not be trusted later. */
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
