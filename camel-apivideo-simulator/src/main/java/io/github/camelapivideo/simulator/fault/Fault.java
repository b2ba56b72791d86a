// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * One thing that goes wrong with one request. The simulator asks it at each step of the request's way whether it steps
 * in there. Immutable.
 */
public sealed interface Fault
        permits Fault.None,
                BodyFault.Reset,
                BodyFault.End,
                BodyFault.Stall,
                BodyFault.Early,
                BodyFault.Outage,
                BodyFault.Slow,
                ProcessingFault.Slow,
                ProcessingFault.Held,
                ProcessingFault.Orphaned,
                ProcessingFault.Expired,
                ProcessingFault.Instead,
                ProcessingFault.RetryAt,
                ProcessingFault.Stall,
                AnswerFault.Instead,
                AnswerFault.Altered,
                AnswerFault.Repeated,
                AnswerFault.Reset,
                AnswerFault.Stall,
                AnswerFault.Trickle,
                AnswerFault.Half,
                AnswerFault.Oversized,
                AnswerFault.End,
                AnswerFault.ResetOnReuse {

    /** After how many bytes of the body nobody reads on; empty if it is read to its end. */
    default OptionalLong cutAfter() {
        return OptionalLong.empty();
    }

    /** How fast the body is read; empty for as fast as it comes. */
    default OptionalLong bytesPerSecond() {
        return OptionalLong.empty();
    }

    /** Waits between the reading of the body and everything else. */
    default void pause() throws InterruptedException {}

    /** Changes the account just before the request is judged. */
    default void meddle(AccountActions account) {}

    /** What is answered without carrying out the request. */
    default Optional<CannedAnswer> insteadOfProcessing() {
        return Optional.empty();
    }

    /** What is answered after the request was carried out, or refused. */
    default Optional<CannedAnswer> afterProcessing() {
        return Optional.empty();
    }

    /** Whether the request is carried out a second time, and that answered. */
    default boolean repeats() {
        return false;
    }

    /** Chooses the way in which the answer goes out. */
    default <T> T send(AnswerPaths<T> ways) {
        return ways.usual();
    }

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** Nothing goes wrong. */
    static Fault none() {
        return new None();
    }

    /** Answers a bare status, without carrying out the request. */
    static Fault status(int status) {
        return status(status, Map.of());
    }

    /**
     * Answers a bare status with headers, without carrying out the request. An empty header takes a usual one away.
     */
    static Fault status(int status, Map<String, String> headers) {
        return new ProcessingFault.Instead(CannedAnswer.bare(status, headers));
    }

    /** Answers with this status, type and body, without carrying out the request. */
    static Fault answer(int status, String contentType, String body) {
        return new ProcessingFault.Instead(CannedAnswer.of(status, contentType, body));
    }

    /**
     * Answers a bare status, without carrying out the request, and a {@code Retry-After} that is a date by the
     * simulator's clock.
     *
     * @param wait how long after the answer the date is, in whole seconds
     */
    static Fault retryAt(int status, Duration wait) {
        return new ProcessingFault.RetryAt(status, wait);
    }

    /** Refuses with a problem in the service's form, without carrying out the request. */
    static Fault problem(int status, String slug) {
        return new ProcessingFault.Instead(CannedAnswer.problem(status, slug, Map.of()));
    }

    /**
     * Refuses as the service does when there were too many requests, without carrying out the request.
     *
     * @param retryAfter what the answer says, in whole seconds, rounded up
     */
    static Fault tooManyRequests(Duration retryAfter) {
        long seconds = retryAfter.plusNanos(999_999_999).toSeconds();
        return new ProcessingFault.Instead(CannedAnswer.problem(
                429,
                "too-many-requests",
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Retry-After", String.valueOf(seconds))));
    }

    /** Answers a bare 429 with none of the headers that the service sends, without carrying out the request. */
    static Fault tooManyRequests() {
        return status(429, Map.of("X-RateLimit-Limit", "", "X-RateLimit-Remaining", "", "X-RateLimit-Retry-After", ""));
    }

    /** Answers an HTML page, as proxies do, without carrying out the request. */
    static Fault html(int status) {
        return new ProcessingFault.Instead(CannedAnswer.html(status));
    }

    /** Points elsewhere with a 307, without carrying out the request. */
    static Fault redirect(URI location) {
        return status(307, Map.of("Location", location.toString()));
    }

    /** Carries out the request, then answers an HTML page. */
    static Fault htmlAfterProcessing(int status) {
        return new AnswerFault.Instead(CannedAnswer.html(status));
    }

    /** Carries out the request, then answers JSON that ends in the middle. */
    static Fault malformedJson(int status) {
        return new AnswerFault.Instead(CannedAnswer.of(status, "application/json", "{\"videoId\": \"vi"));
    }

    /** Carries out the request, then answers nothing with this status. */
    static Fault emptyBody(int status) {
        return new AnswerFault.Instead(CannedAnswer.of(status, "application/json", ""));
    }

    /** Carries out the request, then answers an error. */
    static Fault answerAfterProcessing(int status) {
        return new AnswerFault.Instead(CannedAnswer.of(status, "text/plain", "Something went wrong"));
    }

    /** Carries out the request, then answers with this status, type and body. */
    static Fault answerAfterProcessing(int status, String contentType, String body) {
        return new AnswerFault.Instead(CannedAnswer.of(status, contentType, body));
    }

    /**
     * Carries out the request, then answers as usual, but with another value at one place of the JSON, be it a
     * problem. An answer that is no JSON, or has nothing that such a place could be in, stays as it is.
     *
     * @param pointer a JSON pointer, as {@code /ingest/receivedParts/parts}; empty for the whole answer
     * @param json the value, as {@code []}
     */
    static Fault alterAnswer(String pointer, String json) {
        return new AnswerFault.Altered(pointer, json);
    }

    /**
     * Carries out the request, then answers as usual, but leaves out one property or element of the JSON.
     *
     * @param pointer a JSON pointer, as {@code /videoId}
     */
    static Fault leaveOutOfAnswer(String pointer) {
        return new AnswerFault.Altered(pointer, null);
    }

    /** Carries out the request, then answers a success of so many bytes of JSON. */
    static Fault oversizedAnswer(long bytes) {
        return new AnswerFault.Oversized(bytes);
    }

    /** Carries out the request, then sends half of the answer's body and ends the connection in order. */
    static Fault truncateAnswer() {
        return new AnswerFault.Half();
    }

    /** Carries out the request, then sends the head of the answer at once and its body byte by byte. */
    static Fault trickleAnswer(Duration perByte) {
        return new AnswerFault.Trickle(perByte);
    }

    /** Carries out the request twice, as behind a proxy that repeats it, and sends the second answer. */
    static Fault repeatRequest() {
        return new AnswerFault.Repeated();
    }

    /** Carries out the request, then resets the connection without an answer. */
    static Fault loseAnswer() {
        return new AnswerFault.Reset();
    }

    /**
     * Carries out the request, answers as usual, and ends the connection in order while the client believes it idle. A
     * client that watches its idle connections sees the end.
     */
    static Fault closeAfterAnswer() {
        return new AnswerFault.End();
    }

    /**
     * Carries out the request and answers as usual; the next request on this connection meets a dead one. It is neither
     * read nor recorded, as if the end of the connection had crossed it.
     */
    static Fault resetOnReuse() {
        return new AnswerFault.ResetOnReuse();
    }

    /** Carries out the request, then answers nothing while the client waits, for five minutes at most. */
    static Fault stallAnswer() {
        return new AnswerFault.Stall();
    }

    /** Reads the request, then neither carries it out nor answers while the client waits, for five minutes at most. */
    static Fault stallBeforeProcessing() {
        return new ProcessingFault.Stall();
    }

    /**
     * Reads so many bytes of the body and no more, and answers nothing while the client waits. Behind bytes that nobody
     * reads the end of the client is not seen: the connection then goes with the simulator, or after five minutes.
     */
    static Fault stallDuringBody(long bytes) {
        return new BodyFault.Stall(bytes);
    }

    /** Reads the body at this rate; then all is as usual. */
    static Fault slowBody(long bytesPerSecond) {
        return new BodyFault.Slow(bytesPerSecond);
    }

    /** Resets the connection before the body is read. */
    static Fault resetBeforeBody() {
        return resetDuringBody(0);
    }

    /** Resets the connection after so many bytes of the body. */
    static Fault resetDuringBody(long bytes) {
        return new BodyFault.Reset(bytes);
    }

    /** Ends the connection in order after so many bytes of the body. */
    static Fault closeDuringBody(long bytes) {
        return new BodyFault.End(bytes);
    }

    /**
     * Answers a bare status after so many bytes of the body and carries nothing out, as servers do that refuse a request
     * by its head. The rest of the body is read and thrown away; then the connection is ended in order.
     */
    static Fault answerEarly(int status, long bytes) {
        return early(status, bytes, AfterEarlyAnswer.READ);
    }

    /** Answers a bare status after so many bytes of the body, carries nothing out, and resets the connection. */
    static Fault answerEarlyThenReset(int status, long bytes) {
        return early(status, bytes, AfterEarlyAnswer.RESET);
    }

    /**
     * Answers a bare status after so many bytes of the body and carries nothing out. The rest of the body is not read,
     * and the connection stays open, as with {@link #stallDuringBody}.
     */
    static Fault answerEarlyThenStall(int status, long bytes) {
        return early(status, bytes, AfterEarlyAnswer.STALL);
    }

    private static Fault early(int status, long bytes, AfterEarlyAnswer rest) {
        return new BodyFault.Early(bytes, CannedAnswer.bare(status, Map.of()), rest);
    }

    /**
     * Cuts all connections before the body is read, and refuses others for this time, as a server does that starts
     * anew. It forgets nothing.
     */
    static Fault refuseConnectionsFor(Duration time) {
        return new BodyFault.Outage(time);
    }

    /** Carries out the request some time after its body was read. */
    static Fault delay(Duration delay) {
        return new ProcessingFault.Slow(delay);
    }

    /** Carries out the request, whose body was read, when the latch is open. */
    static Fault hold(CountDownLatch latch) {
        return new ProcessingFault.Held(latch);
    }

    /**
     * Deletes the container that the request names, as if somebody else did, just before the request is judged. Does
     * nothing to a request that names none.
     */
    static Fault deleteContainer() {
        return new ProcessingFault.Orphaned();
    }

    /** Ends the life of all access tokens just before the request is judged. */
    static Fault expireTokens() {
        return new ProcessingFault.Expired();
    }
}
