// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is answered in place of the service's own answer. Immutable, if nobody touches the body.
 *
 * @param status the HTTP status; 0 for none, and then the connection is reset
 * @param headers more headers, which win over the usual ones
 * @param contentType null for none
 * @param problemSlug not null for a problem in the service's form, which then is the body
 */
public record Answer(int status, Map<String, String> headers, String contentType, byte[] body, String problemSlug) {

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of(), contentType, body.getBytes(StandardCharsets.UTF_8), null);
    }

    static Answer bare(int status, Map<String, String> headers) {
        return new Answer(status, Map.copyOf(headers), null, new byte[0], null);
    }

    static Answer problem(int status, String slug) {
        return new Answer(status, Map.of(), null, new byte[0], slug);
    }

    static Answer lost() {
        return bare(0, Map.of());
    }

    /** Whether there is none. */
    public boolean isLost() {
        return status == 0;
    }
}
