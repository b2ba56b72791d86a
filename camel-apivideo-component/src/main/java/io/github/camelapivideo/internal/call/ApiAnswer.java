// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import java.io.IOException;
import java.time.Duration;

/** What the service answered to one request. */
public interface ApiAnswer {

    /** Returns the HTTP status. */
    int status();

    /** Returns what the answer says of the requests that are left. */
    RateLimit rateLimit();

    /** Returns whether the request was carried out. */
    default boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** Returns why the request was not carried out, with no secret in it. */
    Rejected refusal();

    /**
     * Reads the answer's JSON; what cannot be understood and is not required is passed over.
     *
     * @throws Unreachable if what is required is missing: the request was carried out, but its result is not known
     */
    <T> T read(Class<T> type) throws Unreachable;

    /**
     * Reads an answer about a thing that the request has named, and takes the name from there if the answer has none.
     *
     * @param property has the name
     * @param form the regular expression of a name
     * @param name as the request has it
     */
    <T> T readNamed(Class<T> type, String property, String form, String name) throws Unreachable;

    /** Returns the failure for an answer that can be read, but not be an answer to this request. */
    Unreachable odd(String why);

    /**
     * Refuses a body where the service sends none: a page in place of the answer, as proxies send it.
     *
     * @return this
     */
    ApiAnswer requireNoBody() throws Unreachable;

    /**
     * What an answer says of the requests of its kind.
     *
     * @param limit how many there are in a window; {@link #UNKNOWN} if it does not say
     * @param remaining how many of them are left; {@link #UNKNOWN} if it does not say
     * @param untilReset for how long that is so
     */
    public record RateLimit(int limit, int remaining, Duration untilReset) {

        public static final int UNKNOWN = -1;

        public boolean isTold() {
            return remaining != UNKNOWN;
        }
    }

    /**
     * The service answered in its own form, but without what is needed. Unlike a page of a proxy this rarely passes, so it
     * is tried again only a few times.
     */
    public static final class OddAnswerException extends IOException {

        /** @param message what is missing; no text of the answer, which may repeat a secret */
        public OddAnswerException(String message) {
            super(message);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
