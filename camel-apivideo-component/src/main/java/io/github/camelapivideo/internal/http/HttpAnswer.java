// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * One HTTP answer, read whole and then parsed as the service's JSON. Immutable.
 * @param what the request in words, for messages
 * @param reason the reason phrase of the status line
 * @param contentType null if the answer has no body
 * @param retryAfter the delay that the answer asks for; zero if it asks for none
 * @param rateLimit the rate limit that the answer announces
 * @param date the time by the service's clock; null if the answer does not say it
 * @param text makes texts of the answer safe for messages
 */
record HttpAnswer(
        String what,
        int status,
        String reason,
        String contentType,
        Duration retryAfter,
        RateLimit rateLimit,
        Instant date,
        byte[] body,
        AnswerText text)
        implements ApiAnswer {

    // Far more than any JSON of the service; an endless page is not read to its end.
    private static final int MAX_SIZE = 4 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String RATE_LIMIT_RETRY_AFTER = "X-RateLimit-Retry-After";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /**
     * Reads an answer.
     *
     * @throws IOException if the body cannot be read or is larger than 4 MiB
     */
    static HttpAnswer of(String what, ClassicHttpResponse response, AnswerText text) throws IOException {
        return new HttpAnswer(
                what,
                response.getCode(),
                response.getReasonPhrase(),
                response.getEntity() == null ? null : response.getEntity().getContentType(),
                retryAfter(response),
                new RateLimit(
                        number(response, "X-RateLimit-Limit"),
                        number(response, "X-RateLimit-Remaining"),
                        untilReset(response)),
                value(response, HttpHeaders.DATE).flatMap(HttpAnswer::date).orElse(null),
                body(response.getEntity()),
                text);
    }

    @Override
    public Rejected refusal() {
        return new Rejected(what, status, problem(), retryAfter);
    }

    /** Returns the service's reason for the refusal; a substitute if the answer is not in the service's form. */
    private Problem problem() {
        try {
            return text.shown(VideoJson.answer(body, Problem.class));
        } catch (IOException e) {
            String detail = "The answer was " + (contentType == null ? "empty" : contentType)
                    + ", not a problem in the service's form.";
            return text.shown(new Problem(null, reason, null, status, detail));
        }
    }

    @Override
    public <T> T read(Class<T> type) throws Unreachable {
        return understood(() -> value(type));
    }

    private <T> T value(Class<T> type) throws IOException {
        return type == VideoStatus.class ? type.cast(StatusReading.read(body)) : VideoJson.answer(body, type);
    }

    @Override
    public <T> Page<T> readPage(Class<T> item) throws Unreachable {
        return understood(() -> PageJson.read(body, item));
    }

    @Override
    public <T> T readNamed(Class<T> type, String property, Pattern form, String name) throws Unreachable {
        return understood(() -> {
            JsonNode json = VideoJson.tree(body);
            JsonNode answered = json.path(property);
            if (json instanceof ObjectNode object
                    && !(answered.isTextual()
                            && form.matcher(answered.textValue()).matches())) {
                object.put(property, name);
            }
            return VideoJson.answer(json, type);
        });
    }

    /** Reads a value. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T understood(Reading<T> reading) throws Unreachable {
        try {
            return reading.read();
        } catch (OddAnswerException e) {
            throw odd(e.getMessage());
        } catch (IOException e) {
            throw noJson(e);
        }
    }

    @Override
    public Unreachable odd(String why) {
        return new Unreachable(
                what, true, new OddAnswerException("the answer " + status + " cannot be understood, " + why));
    }

    @Override
    public String json() throws Unreachable {
        return body.length == 0 ? null : understood(() -> VideoJson.tree(body).toString());
    }

    @Override
    public ApiAnswer requireNoBody() throws Unreachable {
        if (body.length > 0) {
            throw noJson(new IOException("the answer has a body, although the service sends none"));
        }
        return this;
    }

    private Unreachable noJson(IOException problem) {
        String type = text.shown(contentType);
        return new Unreachable(
                what, true, new IOException("the answer " + status + " is not the expected JSON but " + type, problem));
    }

    private static byte[] body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        byte[] body = EntityUtils.toByteArray(entity, MAX_SIZE + 1);
        if (body.length > MAX_SIZE) {
            throw new IOException("the answer is larger than " + MAX_SIZE + " bytes");
        }
        return body;
    }

    private static int number(ClassicHttpResponse response, String header) {
        return value(response, header)
                .filter(value -> COUNT.matcher(value).matches())
                .map(Integer::valueOf)
                .orElse(RateLimit.UNKNOWN);
    }

    private static Duration untilReset(ClassicHttpResponse response) {
        return wait(response, RATE_LIMIT_RETRY_AFTER).orElse(Duration.ZERO);
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        // X-RateLimit-Retry-After is on every answer, but only a 429 asks to wait for it.
        Stream<String> names = response.getCode() == TOO_MANY_REQUESTS
                ? Stream.of(RATE_LIMIT_RETRY_AFTER, HttpHeaders.RETRY_AFTER)
                : Stream.of(HttpHeaders.RETRY_AFTER);
        return names.flatMap(name -> wait(response, name).stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Returns the delay in a header, which has seconds or a date; empty if it is missing or cannot be read. */
    private static Optional<Duration> wait(ClassicHttpResponse response, String header) {
        return value(response, header)
                .flatMap(value ->
                        DIGITS.matcher(value).matches() ? Optional.of(seconds(value)) : untilDate(response, value))
                .map(wait ->
                        wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(digits));
    }

    // The date is by the clock of the server, which may differ from the local one.
    private static Optional<Duration> untilDate(ClassicHttpResponse response, String value) {
        Instant now =
                value(response, HttpHeaders.DATE).flatMap(HttpAnswer::date).orElseGet(Instant::now);
        return date(value).map(date -> Duration.between(now, date));
    }

    private static Optional<Instant> date(String value) {
        return Optional.ofNullable(DateUtils.parseStandardDate(value));
    }

    private static Optional<String> value(ClassicHttpResponse response, String header) {
        return Optional.ofNullable(response.getFirstHeader(header))
                .map(Header::getValue)
                .map(String::trim);
    }
}
