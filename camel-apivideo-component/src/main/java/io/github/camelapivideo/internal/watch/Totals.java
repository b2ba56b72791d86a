// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Observer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what a component has done since it was made. Thread-safe. */
public final class Totals implements Observer {

    // The service's own words are of lower case letters, and its identifiers are not.
    private static final String WORD_OR_VARIABLE = "[a-z-]*|\\{\\w+}";
    private static final Pattern SEGMENT = Pattern.compile(WORD_OR_VARIABLE);
    private static final Pattern PATH = Pattern.compile("(/(" + WORD_OR_VARIABLE + "))*");

    private final LongAdder completed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder throttles = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder refusedEvents = new LongAdder();
    private final LongAdder repeatedEvents = new LongAdder();
    private final Map<Requests, LongAdder> requests = new ConcurrentHashMap<>();

    /**
     * Requests that ended alike.
     *
     * @param operation the method and the path as the service documents it
     * @param outcome {@code success}, the status of the answer, {@code cancelled}, or {@code no answer}
     */
    public record Requests(String operation, String outcome) implements Comparable<Requests> {

        @Override
        public int compareTo(Requests other) {
            int byOperation = operation.compareTo(other.operation);
            return byOperation != 0 ? byOperation : outcome.compareTo(other.outcome);
        }
    }

    @Override
    public void uploadEnded(UploadProgress upload, Throwable problem) {
        (problem == null ? completed : failed).increment();
        partEnded(upload, problem);
    }

    @Override
    public void partEnded(UploadProgress part, Throwable problem) {
        bytes.add(Math.max(0, part.bytes() - part.reusedBytes()));
    }

    @Override
    public void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {
        requests.computeIfAbsent(new Requests(operation(request), outcome(problem)), first -> new LongAdder())
                .increment();
    }

    @Override
    public void retrying(ApiRequest request, int failures, Duration delay, Throwable problem) {
        retries.increment();
    }

    @Override
    public void throttled(ApiRequest request, Duration expected) {
        throttles.increment();
    }

    @Override
    public void eventReceived(String type) {
        events.increment();
    }

    @Override
    public void eventRejected(String reason) {
        refusedEvents.increment();
    }

    @Override
    public void eventRepeated(String type) {
        repeatedEvents.increment();
    }

    /** Returns the name of an operation of the service, the same for all its videos. */
    public static String operation(ApiRequest request) {
        String path = request.path();
        // A route writes the path of the operation request itself, perhaps with an identifier in it.
        return request.method() + " " + (PATH.matcher(path).matches() ? path : withoutIdentifiers(path));
    }

    private static String withoutIdentifiers(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> SEGMENT.matcher(segment).matches() ? segment : "{}")
                .collect(Collectors.joining("/"));
    }

    /** Returns true if this failure is a cancellation: by an operator, a stop, or because the caller has gone. */
    static boolean isCancellation(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .anyMatch(CancellationException.class::isInstance);
    }

    /** Returns in a word how a request ended. */
    public static String outcome(Throwable problem) {
        if (problem == null) {
            return "success";
        }
        if (problem instanceof CancellationException) {
            return "cancelled";
        }
        return problem instanceof ApiVideoException failure && failure.getStatus() > 0
                ? String.valueOf(failure.getStatus())
                : "no answer";
    }

    public long completed() {
        return completed.sum();
    }

    public long failed() {
        return failed.sum();
    }

    /** Returns the bytes that ended uploads and parts have sent; without what earlier uploads had sent. */
    public long bytes() {
        return bytes.sum();
    }

    public long retries() {
        return retries.sum();
    }

    /** Returns how often a request has waited for the rate limit of its account. */
    public long throttles() {
        return throttles.sum();
    }

    public long events() {
        return events.sum();
    }

    public long refusedEvents() {
        return refusedEvents.sum();
    }

    public long repeatedEvents() {
        return repeatedEvents.sum();
    }

    /** Returns the number of requests, by operation and outcome, in order. */
    public Map<Requests, Long> requests() {
        Map<Requests, Long> counted = new TreeMap<>();
        requests.forEach((kind, number) -> counted.put(kind, number.sum()));
        return counted;
    }
}
