// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;

/**
 * The ways in which an answer may go out, or not.
 *
 * @param <T> what the simulator makes of it
 */
public interface AnswerPaths<T> {

    /** As it should. */
    T usual();

    /** Not at all: the connection is reset. */
    T reset();

    /** Not at all: the connection is ended in order. */
    T end();

    /** Not at all: the connection stays open until the client or the simulator goes. */
    T silence();

    /** This one, before the end of the request's body. */
    T early(CannedAnswer answer, AfterEarlyAnswer rest);

    /** Its status and headers at once, then its body byte by byte. */
    T trickle(Duration perByte);

    /** Its headers and half of its body; then the connection is ended in order. */
    T half();

    /**
     * With another value at one place of its JSON.
     *
     * @param pointer a JSON pointer
     * @param json the value; null to leave it out
     */
    T altered(String pointer, String json);

    /** With a {@code Retry-After} that is a date, so long after now. */
    T retryAt(Duration wait);

    /** With a body of so many bytes of JSON in place of its own, and as a success. */
    T oversized(long bytes);

    /** As it should; then the connection is ended in order. */
    T thenEnd();

    /** As it should; then the connection is reset as soon as another request comes on it. */
    T thenResetOnReuse();

    /** Not at all: all connections are cut, and others refused for this time. */
    T outage(Duration time);
}
