// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiAnswer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A kind of resource that has an identifier, and how answers about one are read. Immutable.
 *
 * @param what the kind in words, for messages
 * @param idName the name of the identifier in JSON
 * @param id returns the identifier
 */
record ResourceKind<T>(String what, Class<T> type, String idName, Function<T, String> id) {

    // Safe in URLs, logs and headers
    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Reads the answer to a creation. */
    T created(ApiAnswer answer) throws Unreachable {
        return checked(answer, answer.read(type));
    }

    /** Reads an answer about a resource that the request has named. */
    T named(ApiAnswer answer, String name) throws Unreachable {
        T resource = checked(answer, answer.readNamed(type, idName, ID_FORM, name));
        // A faulty proxy or cache may return an answer about another resource. The service may write a language in
        // another case.
        if (!name.equalsIgnoreCase(id.apply(resource))) {
            throw answer.odd("it describes " + what + " " + id.apply(resource) + " instead of " + name);
        }
        return resource;
    }

    private T checked(ApiAnswer answer, T resource) throws Unreachable {
        if (!ID_FORM.matcher(id.apply(resource)).matches()) {
            throw answer.odd("its " + idName + " has characters that are not allowed");
        }
        return resource;
    }
}
