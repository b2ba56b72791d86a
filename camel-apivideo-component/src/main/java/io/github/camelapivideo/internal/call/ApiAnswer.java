// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The service's answer to one request. For one thread. */
public interface ApiAnswer {

    /** Returns the HTTP status. */
    int status();

    /** Returns the rate limit that the answer announces. */
    RateLimit rateLimit();

    /** Returns the time of the answer by the service's own clock; null if the answer does not say it. */
    Instant date();

    /** Returns true if the request was carried out: its status is from 200 to 299. */
    default boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** Returns the failure for a request that was not carried out; its text contains no secret. */
    Rejected refusal();

    /**
     * Reads the answer's JSON. A property that is neither readable nor required is ignored.
     *
     * @throws Unreachable if a required property is missing: the request was carried out, but its result is unknown
     */
    <T> T read(Class<T> type) throws Unreachable;

    /**
     * Reads an answer about a resource that the request has named. If the answer has no name, the request's name is
     * used.
     *
     * @param property the property with the name
     * @param form what a name matches
     * @param name the name in the request
     */
    <T> T readNamed(Class<T> type, String property, Pattern form, String name) throws Unreachable;

    /**
     * Reads a page of a list.
     *
     * @param item the type of the items
     * @throws Unreachable if the answer has no list, or an item lacks a required property
     */
    <T> Page<T> readPage(Class<T> item) throws Unreachable;

    /** Returns the failure for an answer that can be read, but does not fit the request. */
    Unreachable odd(String why);

    /** Returns the text of the answer's JSON; null if the answer has no body. */
    String json() throws Unreachable;

    /**
     * Refuses an answer with a body, where the service sends none: a proxy may send a page in place of the answer.
     *
     * @return this
     */
    ApiAnswer requireNoBody() throws Unreachable;

    /**
     * The rate limit for requests of one kind, as an answer announces it.
     *
     * @param limit the number of requests in a window; {@link #UNKNOWN} if the answer does not say it
     * @param remaining the number of requests that are left; {@link #UNKNOWN} if the answer does not say it
     * @param untilReset the time until the window ends
     */
    public record RateLimit(int limit, int remaining, Duration untilReset) {

        public static final int UNKNOWN = -1;

        /** Returns true if the answer announces a rate limit. */
        public boolean isKnown() {
            return remaining != UNKNOWN;
        }
    }

    /**
     * The service answered with JSON that lacks a required property. Unlike a proxy's page this rarely passes, so the
     * request is tried again only a few times.
     */
    public static final class OddAnswerException extends IOException {

        /** @param message the missing property; without text of the answer, which may repeat a secret */
        public OddAnswerException(String message) {
            super(message);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
