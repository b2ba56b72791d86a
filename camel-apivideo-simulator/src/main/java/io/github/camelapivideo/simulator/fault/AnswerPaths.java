// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;

/**
 * The ways to send, change or withhold an answer.
 *
 * @param <T> the simulator's type of answer
 */
public interface AnswerPaths<T> {

    /** The answer, undisturbed. */
    T usual();

    /** No answer: the connection is reset. */
    T reset();

    /** No answer: the connection is closed in order. */
    T close();

    /** No answer: the connection stays open until the client or the simulator closes it. */
    T stall();

    /** This answer, before the end of the request's body. */
    T early(CannedAnswer answer, AfterEarlyAnswer rest);

    /** The status and headers at once, then the body byte by byte. */
    T trickle(Duration perByte);

    /** The headers and half of the body; then the connection is closed in order. */
    T half();

    /**
     * The answer with another value at one place of its JSON.
     *
     * @param pointer a JSON pointer
     * @param json the value; null to leave it out
     */
    T altered(String pointer, String json);

    /** The answer with a {@code Retry-After} date, this long from now. */
    T retryAt(Duration wait);

    /** A success with this many bytes of JSON. */
    T oversized(long bytes);

    /** The answer; then the connection is closed in order. */
    T thenClose();

    /** The answer; then the connection is reset when the next request comes on it. */
    T thenResetOnReuse();

    /** No answer: all connections are cut, and new ones refused for this time. */
    T outage(Duration time);
}
