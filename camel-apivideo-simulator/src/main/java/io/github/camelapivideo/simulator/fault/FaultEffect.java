// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a fault does at each step of a request, in the order of the methods here. A fault overrides the steps that it
 * disturbs; by default a step is undisturbed. Immutable.
 */
public interface FaultEffect {

    /** After how many bytes of the body reading stops; empty if the body is read to its end. */
    default OptionalLong cutAfter() {
        return OptionalLong.empty();
    }

    /** How fast the body is read; empty for no limit. */
    default OptionalLong bytesPerSecond() {
        return OptionalLong.empty();
    }

    /** Waits after the body was read and before the request is processed. */
    default void pause() throws InterruptedException {}

    /** Changes the account just before the request is processed. */
    default void changeAccount(AccountActions account) {}

    /** The answer to a request that is not processed; empty if it is processed. */
    default Optional<CannedAnswer> insteadOfProcessing() {
        return Optional.empty();
    }

    /** The answer that replaces the one that processing gave; empty if it is kept. */
    default Optional<CannedAnswer> afterProcessing() {
        return Optional.empty();
    }

    /** True if the request is processed twice and the second answer is sent. */
    default boolean repeats() {
        return false;
    }

    /** Chooses how the answer is sent. */
    default <T> T send(AnswerPaths<T> paths) {
        return paths.usual();
    }
}
