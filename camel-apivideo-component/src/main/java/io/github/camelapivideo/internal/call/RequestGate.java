// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import java.time.Duration;

/** Port: limits the rate of an account's requests. Thread-safe; shared by all users of the account. */
public interface RequestGate {

    /** The kinds of requests, which the service counts separately. */
    enum Budget {
        UPLOADS,
        WRITES,
        READS,
        /** Reads that can wait. They count as {@link #READS}, and go only when no other read waits. */
        POLLS,
        /** Small files. The service does not document how it counts them: they count as {@link #UPLOADS} and as {@link #WRITES}. */
        SMALL_FILES
    }

    /** Grants every permit at once. */
    RequestGate FREE = (budget, again, granted) -> {
        granted.run();
        return worked -> {};
    };

    /**
     * Asks for a permit to send one request.
     *
     * @param again true if the request has failed before
     * @param granted runs when the permit is granted: at once on this thread, or later on another; must not block
     */
    Permit ask(Budget budget, boolean again, Runnable granted);

    /** Returns how long the next request of a kind has to wait, so far as that is known; it takes no permit. */
    default Duration untilFree(Budget budget) {
        return Duration.ZERO;
    }

    /**
     * Returns how many requests of a kind may still go in this minute, so far as that is known.
     *
     * @param otherwise the number if it is not known
     */
    default int left(Budget budget, int otherwise) {
        return otherwise;
    }

    /** The permit for one request, or a place in the queue for it. */
    @FunctionalInterface
    interface Permit {
        /**
         * Gives the permit back; must be called once.
         *
         * @param worked true if the service has answered the request, even with a refusal
         */
        void end(boolean worked);
    }

    /**
     * Records the rate limit of an answer.
     *
     * @param success true if the request was carried out
     */
    default void observe(Budget budget, RateLimit limit, boolean success) {}
}
