// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer that replaces the service's own. Immutable as long as the body array is not written to.
 *
 * @param headers additional headers; they override the usual ones, and an empty value removes one
 * @param contentType null for none
 * @param problemSlug not null for a problem in the service's form; the problem is then the body
 */
public record CannedAnswer(
        int status, Map<String, String> headers, String contentType, byte[] body, String problemSlug) {

    static CannedAnswer of(int status, String contentType, String body) {
        return new CannedAnswer(status, Map.of(), contentType, body.getBytes(StandardCharsets.UTF_8), null);
    }

    static CannedAnswer html(int status) {
        return of(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }

    static CannedAnswer bare(int status, Map<String, String> headers) {
        return new CannedAnswer(status, Map.copyOf(headers), null, new byte[0], null);
    }

    static CannedAnswer nothing() {
        return bare(204, Map.of());
    }

    static CannedAnswer problem(int status, String slug, Map<String, String> headers) {
        return new CannedAnswer(status, Map.copyOf(headers), null, new byte[0], slug);
    }

    /** The status, and the problem if there is one. */
    @Override
    public String toString() {
        return problemSlug == null ? String.valueOf(status) : status + " " + problemSlug;
    }
}
