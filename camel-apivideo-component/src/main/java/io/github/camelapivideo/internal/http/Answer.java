// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
 * @param allowance how many requests of its kind are left
 */
record Answer(int status, String reason, String contentType, Duration retryAfter, Allowance allowance, byte[] body) {

    // Far more than the service's JSON ever has; a page that never ends is not read to its end.
    private static final int MAX_SIZE = 4 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int TOO_MANY_REQUESTS = 429;

    static Answer read(ClassicHttpResponse response) throws IOException {
        return new Answer(
                response.getCode(),
                response.getReasonPhrase(),
                response.getEntity() == null ? null : response.getEntity().getContentType(),
                retryAfter(response),
                new Allowance(
                        number(response.getFirstHeader("X-RateLimit-Limit")),
                        number(response.getFirstHeader("X-RateLimit-Remaining")),
                        untilReset(response.getFirstHeader("X-RateLimit-Retry-After"))),
                body(response.getEntity()));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Why the answer is a refusal, as far as it says so in the service's form. */
    Problem problem() {
        try {
            return VideoJson.read(body, Problem.class);
        } catch (IOException e) {
            String detail = "The answer was " + (contentType == null ? "empty" : contentType)
                    + ", not a problem in the service's form.";
            return new Problem(null, reason, null, status, detail);
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

    private static int number(Header header) {
        boolean told = header != null && header.getValue().matches("\\d{1,9}");
        return told ? Integer.parseInt(header.getValue()) : Allowance.UNKNOWN;
    }

    private static Duration untilReset(Header header) {
        return header == null ? Duration.ZERO : duration(header.getValue().trim());
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        // X-RateLimit-Retry-After is on every answer, but only a 429 asks to wait for it.
        Stream<Header> headers = response.getCode() == TOO_MANY_REQUESTS
                ? Stream.of(
                        response.getFirstHeader("X-RateLimit-Retry-After"),
                        response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                : Stream.of(response.getFirstHeader(HttpHeaders.RETRY_AFTER));
        return headers.filter(header -> header != null)
                .map(header -> duration(header.getValue().trim()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration duration(String value) {
        Duration wait;
        if (value.matches("\\d{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(value));
        } else {
            Instant date = DateUtils.parseStandardDate(value);
            wait = date == null ? Duration.ZERO : Duration.between(Instant.now(), date);
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
