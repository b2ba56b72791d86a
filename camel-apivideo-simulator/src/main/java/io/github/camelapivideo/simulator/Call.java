// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * One request, read whole.
 *
 * @param variables what stands in the places of the path
 * @param json the body of a request without a form
 * @param form null for a request without one
 */
record Call(Request request, RequestKind kind, List<String> variables, byte[] json, Form form) {

    String variable(int place) {
        return variables.get(place);
    }

    Fields query() {
        return Request.extractQueryParameters(request);
    }

    String header(String name) {
        return request.getHeaders().get(name);
    }

    ContentRange contentRange() {
        return ContentRange.parse(header("Content-Range"));
    }

    Map<String, Object> payload() {
        try {
            Map<String, Object> payload = Json.MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
            if (payload != null) {
                return payload;
            }
        } catch (IOException e) {
            // Told below.
        }
        throw ProblemType.INVALID_PAYLOAD.because("", "The body is not a JSON object.");
    }
}
