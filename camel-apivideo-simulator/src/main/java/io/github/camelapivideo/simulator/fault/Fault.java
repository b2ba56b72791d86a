// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One thing that goes wrong with one request. The simulator asks it at each step of the request's way whether it steps
 * in there. Immutable.
 */
public sealed interface Fault {

    /** After how many bytes of the body the connection is cut; empty if it is not. */
    default OptionalLong cutAfter() {
        return OptionalLong.empty();
    }

    /** Whether a cut is a reset rather than an orderly end. */
    default boolean cutsWithReset() {
        return false;
    }

    /** Waits between the reading of the body and everything else. */
    default void pause() throws InterruptedException {}

    /** What is answered without carrying out the request. */
    default Optional<Answer> insteadOfProcessing() {
        return Optional.empty();
    }

    /** What is answered after the request was carried out, or refused. */
    default Optional<Answer> afterProcessing() {
        return Optional.empty();
    }

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** The connection is cut while the body is on its way. */
    record Cut(long bytes, boolean cutsWithReset) implements Fault {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }
    }

    /** The request is read and not carried out. */
    record Instead(Answer answer) implements Fault {
        @Override
        public Optional<Answer> insteadOfProcessing() {
            return Optional.of(answer);
        }
    }

    /** The request is carried out, but that is not what is answered. */
    record Afterwards(Answer answer) implements Fault {
        @Override
        public Optional<Answer> afterProcessing() {
            return Optional.of(answer);
        }
    }

    /** The request takes its time. */
    record Slow(Duration delay) implements Fault {
        @Override
        public void pause() throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        }
    }

    /** The request waits for somebody. */
    record Held(CountDownLatch latch) implements Fault {
        @Override
        public void pause() throws InterruptedException {
            latch.await();
        }
    }

    /** Nothing goes wrong. */
    static Fault none() {
        return new None();
    }

    /** Answers a bare status, without carrying out the request. */
    static Fault status(int status) {
        return status(status, Map.of());
    }

    /** Answers a bare status with headers, without carrying out the request. */
    static Fault status(int status, Map<String, String> headers) {
        return new Instead(Answer.bare(status, headers));
    }

    /** Refuses with a problem in the service's form, without carrying out the request. */
    static Fault problem(int status, String slug) {
        return new Instead(Answer.problem(status, slug));
    }

    /** Answers an HTML page, as proxies do, without carrying out the request. */
    static Fault html(int status) {
        return new Instead(Answer.of(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>"));
    }

    /** Points elsewhere with a 307, without carrying out the request. */
    static Fault redirect(URI location) {
        return status(307, Map.of("Location", location.toString()));
    }

    /** Carries out the request, then answers JSON that ends in the middle. */
    static Fault malformedJson(int status) {
        return new Afterwards(Answer.of(status, "application/json", "{\"videoId\": \"vi"));
    }

    /** Carries out the request, then answers nothing with this status. */
    static Fault emptyBody(int status) {
        return new Afterwards(Answer.of(status, "application/json", ""));
    }

    /** Carries out the request, then answers an error. */
    static Fault answerAfterProcessing(int status) {
        return new Afterwards(Answer.of(status, "text/plain", "Something went wrong"));
    }

    /** Carries out the request, then resets the connection without an answer. */
    static Fault loseAnswer() {
        return new Afterwards(Answer.lost());
    }

    /** Resets the connection before the body is read. */
    static Fault resetBeforeBody() {
        return resetDuringBody(0);
    }

    /** Resets the connection after so many bytes of the body. */
    static Fault resetDuringBody(long bytes) {
        return new Cut(bytes, true);
    }

    /** Ends the connection in order after so many bytes of the body. */
    static Fault closeDuringBody(long bytes) {
        return new Cut(bytes, false);
    }

    /** Carries out the request some time after its body was read. */
    static Fault delay(Duration delay) {
        return new Slow(delay);
    }

    /** Carries out the request, whose body was read, when the latch is open. */
    static Fault hold(CountDownLatch latch) {
        return new Held(latch);
    }
}
