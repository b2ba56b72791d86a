// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.answer.Json;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.RequestLog;
import java.util.Map;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * One request, read whole.
 *
 * @param variables what stands in the places of the path, by name
 * @param json the body of a request without a form
 * @param form an empty one for a request without
 * @param log where the request is recorded
 */
public record Call(Request request, Map<String, String> variables, byte[] json, Form form, RequestLog.Entry log) {

    /** The same request, which leaves its files to another. */
    public Call keepingFiles() {
        return new Call(request, variables, json, form.keepingFiles(), log);
    }

    public String variable(String name) {
        return variables.get(name);
    }

    public Fields query() {
        try {
            return Request.extractQueryParameters(request);
        } catch (BadMessageException e) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because("", "The query cannot be decoded.");
        }
    }

    public ContentRange contentRange() {
        return ContentRange.parse(request.getHeaders().get("Content-Range"));
    }

    /** The body as a JSON object. */
    public Map<String, Object> payload() {
        return Json.object(json);
    }

    /** A text in the body that must be there. */
    public String required(String name) {
        if (payload().get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw ProblemType.ATTRIBUTE_REQUIRED.because(name, "The \"" + name + "\" attribute is required.");
    }
}
