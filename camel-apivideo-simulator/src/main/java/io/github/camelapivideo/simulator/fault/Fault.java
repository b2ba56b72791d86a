// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * One thing that goes wrong with one request. Immutable.
 *
 * <pre>{@code
 * simulator.faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.loseAnswer());
 * simulator.faults().on(RequestKind.STATUS).then(Fault.delay(Duration.ofSeconds(1)));
 * }</pre>
 *
 * @param effect what the fault does; read by the simulator only
 */
public record Fault(FaultEffect effect) {

    private record NoEffect() implements FaultEffect {}

    @Override
    public String toString() {
        return effect.toString();
    }

    /** Nothing goes wrong. */
    public static Fault none() {
        return new Fault(new NoEffect());
    }

    /** Answers a bare status. Does not process the request. */
    public static Fault status(int status) {
        return status(status, Map.of());
    }

    /**
     * Answers a bare status with headers. Does not process the request.
     *
     * @param headers an empty value removes the header that the simulator would send
     */
    public static Fault status(int status, Map<String, String> headers) {
        return instead(CannedAnswer.bare(status, headers));
    }

    /** Answers with this status, type and body. Does not process the request. */
    public static Fault answer(int status, String contentType, String body) {
        return instead(CannedAnswer.of(status, contentType, body));
    }

    private static Fault instead(CannedAnswer answer) {
        return new Fault(new ProcessingFault.Instead(answer));
    }

    /**
     * Answers a bare status with a {@code Retry-After} that is a date by the simulator's clock. Does not process the
     * request.
     *
     * @param wait the time from the answer to the date, in whole seconds
     */
    public static Fault retryAt(int status, Duration wait) {
        return new Fault(new ProcessingFault.RetryAt(status, wait));
    }

    /** Refuses with a problem in the service's form. Does not process the request. */
    public static Fault problem(int status, String slug) {
        return instead(CannedAnswer.problem(status, slug, Map.of()));
    }

    /**
     * Refuses as the service does after too many requests. Does not process the request.
     *
     * @param retryAfter what the answer says, in whole seconds, rounded up
     */
    public static Fault tooManyRequests(Duration retryAfter) {
        long seconds = retryAfter.plusNanos(999_999_999).toSeconds();
        return instead(CannedAnswer.problem(
                429,
                "too-many-requests",
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Retry-After", String.valueOf(seconds))));
    }

    /** Answers a bare 429 without the service's rate limit headers. Does not process the request. */
    public static Fault tooManyRequests() {
        return status(429, Map.of("X-RateLimit-Limit", "", "X-RateLimit-Remaining", "", "X-RateLimit-Retry-After", ""));
    }

    /** Answers an HTML page, as proxies do. Does not process the request. */
    public static Fault html(int status) {
        return instead(CannedAnswer.html(status));
    }

    /** Redirects with a 307. Does not process the request. */
    public static Fault redirect(URI location) {
        return status(307, Map.of("Location", location.toString()));
    }

    /** Processes the request, then answers an HTML page. */
    public static Fault htmlAfterProcessing(int status) {
        return afterProcessing(CannedAnswer.html(status));
    }

    /** Processes the request, then answers JSON that ends in the middle. */
    public static Fault malformedJson(int status) {
        return answerAfterProcessing(status, "application/json", "{\"videoId\": \"vi");
    }

    /** Processes the request, then answers this status with an empty body. */
    public static Fault emptyBody(int status) {
        return answerAfterProcessing(status, "application/json", "");
    }

    /** Processes the request, then answers an error. */
    public static Fault answerAfterProcessing(int status) {
        return answerAfterProcessing(status, "text/plain", "Something went wrong");
    }

    /** Processes the request, then answers with this status, type and body. */
    public static Fault answerAfterProcessing(int status, String contentType, String body) {
        return afterProcessing(CannedAnswer.of(status, contentType, body));
    }

    private static Fault afterProcessing(CannedAnswer answer) {
        return new Fault(new AnswerFault.Instead(answer));
    }

    /**
     * Processes the request and answers as usual, but with another value at one place of the JSON; problems are changed
     * too. An answer that is not JSON, or has no such place, is not changed.
     *
     * @param pointer a JSON pointer such as {@code /ingest/receivedParts/parts}; empty for the whole answer
     * @param json the value, such as {@code []}
     */
    public static Fault alterAnswer(String pointer, String json) {
        return new Fault(new AnswerFault.Altered(pointer, json));
    }

    /**
     * Processes the request and answers as usual, but leaves out one property or element of the JSON.
     *
     * @param pointer a JSON pointer such as {@code /videoId}
     */
    public static Fault leaveOutOfAnswer(String pointer) {
        return new Fault(new AnswerFault.Altered(pointer, null));
    }

    /** Processes the request, then answers a success with this many bytes of JSON. */
    public static Fault oversizedAnswer(long bytes) {
        return new Fault(new AnswerFault.Oversized(bytes));
    }

    /** Processes the request, then sends half of the answer's body and closes the connection in order. */
    public static Fault truncateAnswer() {
        return new Fault(new AnswerFault.Half());
    }

    /** Processes the request, then sends the head of the answer at once and its body byte by byte. */
    public static Fault trickleAnswer(Duration perByte) {
        return new Fault(new AnswerFault.Trickle(perByte));
    }

    /** Processes the request twice, as behind a proxy that repeats it, and sends the second answer. */
    public static Fault repeatRequest() {
        return new Fault(new AnswerFault.Repeated());
    }

    /** Processes the request, then resets the connection without an answer. */
    public static Fault loseAnswer() {
        return new Fault(new AnswerFault.Reset());
    }

    /**
     * Processes the request, answers as usual, and closes the connection in order while the client believes it idle. A
     * client that watches its idle connections sees the end.
     */
    public static Fault closeAfterAnswer() {
        return new Fault(new AnswerFault.Close());
    }

    /**
     * Processes the request and answers as usual; the next request on this connection finds it dead. That request is
     * neither read nor recorded, as if it and the end of the connection had crossed on the way.
     */
    public static Fault resetOnReuse() {
        return new Fault(new AnswerFault.ResetOnReuse());
    }

    /** Processes the request, then never answers: the connection stays open for at most five minutes. */
    public static Fault stallAnswer() {
        return new Fault(new AnswerFault.Stall());
    }

    /**
     * Reads the request, then neither processes nor answers it: the connection stays open for at most five minutes.
     */
    public static Fault stallBeforeProcessing() {
        return new Fault(new ProcessingFault.Stall());
    }

    /**
     * Reads this many bytes of the body, then neither reads on nor answers. While bytes are unread the simulator cannot
     * see that the client has closed the connection: it then lasts until the simulator stops, or for five minutes.
     */
    public static Fault stallDuringBody(long bytes) {
        return new Fault(new BodyFault.Stall(bytes));
    }

    /** Reads the body at this rate, then processes and answers as usual. */
    public static Fault slowBody(long bytesPerSecond) {
        return new Fault(new BodyFault.Slow(bytesPerSecond));
    }

    /** Resets the connection before the body is read. */
    public static Fault resetBeforeBody() {
        return resetDuringBody(0);
    }

    /** Resets the connection after this many bytes of the body. */
    public static Fault resetDuringBody(long bytes) {
        return new Fault(new BodyFault.Reset(bytes));
    }

    /** Closes the connection in order after this many bytes of the body. */
    public static Fault closeDuringBody(long bytes) {
        return new Fault(new BodyFault.Close(bytes));
    }

    /**
     * Answers a bare status after this many bytes of the body, as servers do that refuse a request by its head. Does
     * not process the request. Reads and drops the rest of the body, then closes the connection in order.
     */
    public static Fault answerEarly(int status, long bytes) {
        return early(status, bytes, AfterEarlyAnswer.READ);
    }

    /**
     * Answers a bare status after this many bytes of the body, then resets the connection. Does not process the
     * request.
     */
    public static Fault answerEarlyThenReset(int status, long bytes) {
        return early(status, bytes, AfterEarlyAnswer.RESET);
    }

    /**
     * Answers a bare status after this many bytes of the body. Does not process the request. Does not read the rest of
     * the body, and leaves the connection open as {@link #stallDuringBody} does.
     */
    public static Fault answerEarlyThenStall(int status, long bytes) {
        return early(status, bytes, AfterEarlyAnswer.STALL);
    }

    private static Fault early(int status, long bytes, AfterEarlyAnswer rest) {
        return new Fault(new BodyFault.Early(bytes, CannedAnswer.bare(status, Map.of()), rest));
    }

    /**
     * Cuts all connections before the body is read, and refuses new ones for this time, as a server does that restarts.
     * The simulator keeps its state.
     */
    public static Fault refuseConnectionsFor(Duration time) {
        return new Fault(new BodyFault.Outage(time));
    }

    /** Reads the body, waits for this time, then processes the request. */
    public static Fault delay(Duration delay) {
        return new Fault(new ProcessingFault.Slow(delay));
    }

    /** Reads the body, waits until the latch is open, then processes the request. */
    public static Fault hold(CountDownLatch latch) {
        return new Fault(new ProcessingFault.Held(latch));
    }

    /**
     * Deletes the container that the request names just before the request is processed, as another client might. Does
     * nothing if the request names none.
     */
    public static Fault deleteContainer() {
        return new Fault(new ProcessingFault.ContainerDeleted());
    }

    /** Expires all access tokens just before the request is processed. */
    public static Fault expireTokens() {
        return new Fault(new ProcessingFault.TokensExpired());
    }
}
