// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One thing that goes wrong with one request. Immutable. */
public sealed interface Fault {

    /** The connection is cut after so many bytes of the request's body, with a reset or an orderly end. */
    record Cut(long afterBytes, boolean reset) implements Fault {}

    /** The body is read, the request is not carried out, and this is the answer. */
    record Instead(Page page) implements Fault {}

    /** The same with a problem in the service's form. */
    record Refused(int status, String slug) implements Fault {}

    /** The request is carried out, and then this is the answer; null to reset the connection. */
    record Afterwards(Page page) implements Fault {}

    /** The request is carried out when the waiting is over. */
    record Wait(Pause pause) implements Fault {}

    /** Waits for something. */
    @FunctionalInterface
    interface Pause {
        void await() throws InterruptedException;
    }

    /** An answer as bytes. */
    record Page(int status, Map<String, String> headers, String contentType, byte[] body) {

        static Page of(int status, String contentType, String body) {
            return new Page(status, Map.of(), contentType, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Answers a bare status, without carrying out the request. */
    static Fault status(int status) {
        return status(status, Map.of());
    }

    /** Answers a bare status with headers, without carrying out the request. */
    static Fault status(int status, Map<String, String> headers) {
        return new Instead(new Page(status, headers, null, new byte[0]));
    }

    /** Refuses with a problem, without carrying out the request. */
    static Fault problem(int status, String slug) {
        return new Refused(status, slug);
    }

    /** Answers an HTML page, as proxies do, without carrying out the request. */
    static Fault html(int status) {
        return new Instead(Page.of(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>"));
    }

    /** Points elsewhere, without carrying out the request. */
    static Fault redirect(URI location) {
        return status(307, Map.of("Location", location.toString()));
    }

    /** Carries out the request, then answers JSON that ends in the middle. */
    static Fault malformedJson(int status) {
        return new Afterwards(Page.of(status, "application/json", "{\"videoId\": \"vi"));
    }

    /** Carries out the request, then answers nothing with this status. */
    static Fault emptyBody(int status) {
        return new Afterwards(Page.of(status, "application/json", ""));
    }

    /** Carries out the request, then answers an error. */
    static Fault answerAfterProcessing(int status) {
        return new Afterwards(Page.of(status, "text/plain", "Something went wrong"));
    }

    /** Carries out the request, then resets the connection without an answer. */
    static Fault loseAnswer() {
        return new Afterwards(null);
    }

    /** Resets the connection before the body is read. */
    static Fault resetBeforeBody() {
        return new Cut(0, true);
    }

    /** Resets the connection after so many bytes of the body. */
    static Fault resetDuringBody(long bytes) {
        return new Cut(bytes, true);
    }

    /** Closes the connection after so many bytes of the body. */
    static Fault closeDuringBody(long bytes) {
        return new Cut(bytes, false);
    }

    /** Carries out the request some time after its body was read. */
    static Fault delay(Duration delay) {
        return new Wait(() -> TimeUnit.NANOSECONDS.sleep(delay.toNanos()));
    }

    /** Carries out the request when the latch is open. */
    static Fault hold(CountDownLatch latch) {
        return new Wait(latch::await);
    }
}
