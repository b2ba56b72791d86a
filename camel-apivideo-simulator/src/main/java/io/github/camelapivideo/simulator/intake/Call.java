// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * One request with its whole body.
 *
 * @param variables the values of the path's variables, by name
 * @param json the body of a request without a form
 * @param form empty for a request without a form
 * @param videoIdLog records the container of the request
 */
public record Call(
        Request request, Map<String, String> variables, byte[] json, Form form, Consumer<String> videoIdLog) {

    /** The same request; its files are copied, not moved. */
    public Call keepingFiles() {
        return new Call(request, variables, json, form.keepingFiles(), videoIdLog);
    }

    public String variable(String name) {
        return variables.get(name);
    }

    /** The path without the query. */
    public String path() {
        return Request.getPathInContext(request);
    }

    public Fields query() {
        try {
            return Request.extractQueryParameters(request);
        } catch (BadMessageException | IllegalArgumentException e) {
            // Jetty 12.0 throws the former, Jetty 12.1 the latter.
            throw ProblemType.INVALID_QUERY_PARAMETER.because("", "The query cannot be decoded.");
        }
    }

    /** The value of a query parameter; null if there is none. */
    public String parameter(String name) {
        return query().getValue(name);
    }

    public ContentRange contentRange() {
        return ContentRange.parse(request.getHeaders().get("Content-Range"));
    }

    /** Records the container of a request whose path does not name it. */
    public void recordVideo(String videoId) {
        videoIdLog.accept(videoId);
    }

    /** The body as a JSON object. */
    public Map<String, Object> payload() {
        return JsonPayload.read(json);
    }

    /** The text of a required attribute in the body. */
    public String required(String name) {
        if (payload().get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw ProblemType.ATTRIBUTE_REQUIRED.because(name, "The \"" + name + "\" attribute is required.");
    }
}
