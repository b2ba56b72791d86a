// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;

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
}
