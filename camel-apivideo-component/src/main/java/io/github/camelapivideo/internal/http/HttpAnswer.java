// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.internal.call.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * What the service answered, read whole.
 *
 * @param retryAfter how long it asks to wait; zero if it does not
 * @param rateLimit how many requests of its kind are left
 */
public record HttpAnswer(
        int status, String reason, String contentType, Duration retryAfter, RateLimit rateLimit, byte[] body) {

    // Far more than the service's JSON ever has; a page that never ends is not read to its end.
    private static final int MAX_SIZE = 4 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String RATE_LIMIT_RETRY_AFTER = "X-RateLimit-Retry-After";
    private static final int TOO_MANY_REQUESTS = 429;

    static HttpAnswer read(ClassicHttpResponse response) throws IOException {
        return new HttpAnswer(
                response.getCode(),
                response.getReasonPhrase(),
                response.getEntity() == null ? null : response.getEntity().getContentType(),
                retryAfter(response),
                new RateLimit(
                        number(response, "X-RateLimit-Limit"),
                        number(response, "X-RateLimit-Remaining"),
                        untilReset(response)),
                body(response.getEntity()));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * Why the answer is a refusal, as far as it says so in the service's form.
     *
     * @param text how it may be shown
     */
    Problem problem(AnswerText text) {
        try {
            return text.shown(JsonAnswers.read(body, Problem.class));
        } catch (IOException e) {
            String detail = "The answer was " + (contentType == null ? "empty" : contentType)
                    + ", not a problem in the service's form.";
            return text.shown(new Problem(null, reason, null, status, detail));
        }
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
                .filter(value -> value.matches("\\d{1,9}"))
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

    /** What a header asks to wait, in seconds or as a date; empty if there is none that can be understood. */
    private static Optional<Duration> wait(ClassicHttpResponse response, String header) {
        return value(response, header)
                .flatMap(value -> value.matches("\\d+") ? Optional.of(seconds(value)) : untilDate(response, value))
                .map(wait ->
                        wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(digits));
    }

    // The date is by the clock of the one who answers, which may differ from ours.
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
