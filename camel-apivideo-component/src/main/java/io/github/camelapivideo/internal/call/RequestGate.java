// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;

/** How fast an account may ask. Thread-safe; shared by everything that uses the account. */
public interface RequestGate {

    /** The service counts requests of different kinds apart. */
    enum Budget {
        UPLOADS,
        WRITES,
        READS
    }

    /** Whoever asks may. */
    RequestGate FREE = (budget, again, granted) -> {
        granted.run();
        return worked -> {};
    };

    /**
     * Asks for a turn.
     *
     * @param again whether the request has failed before
     * @param granted is run when it is its turn, at once or later, by whoever makes that possible; must not block
     */
    Permit ask(Budget budget, boolean again, Runnable granted);

    /** A turn, or a place in the queue for one. */
    @FunctionalInterface
    interface Permit {
        /**
         * Gives it back; to be called once.
         *
         * @param worked whether the service has done its work, even if its answer was no
         */
        void end(boolean worked);
    }

    /**
     * Learns from an answer.
     *
     * @param success whether the request was carried out
     */
    default void observe(Budget budget, RateLimit limit, boolean success) {}
}
