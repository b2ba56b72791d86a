// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import java.util.Map;

/**
 * What one exchange is made of, and where its result is seen.
 *
 * @param options of the URI, with the question mark; empty for none
 * @param there the path at which the service shows the result, or the list that has it
 * @param mark the text by which the result is recognised there
 */
record Given(String options, Object body, Map<String, Object> headers, String there, String mark) {

    static final String EARLIER_BODY = "an earlier body";

    static Given of(Map<String, Object> headers) {
        return new Given("", EARLIER_BODY, headers, null, null);
    }

    Given with(Object other) {
        return new Given(options, other, headers, there, mark);
    }

    Given options(String other) {
        return new Given(other, body, headers, there, mark);
    }

    Given seenAt(String path) {
        return new Given(options, body, headers, path, mark);
    }

    Given seenAt(String path, String text) {
        return new Given(options, body, headers, path, text);
    }
}
