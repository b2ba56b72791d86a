// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.fault.CannedAnswer;
import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The answer to a request. */
public interface Answer {

    /** Sends the answer. Completes the callback when it was sent. */
    void send(Request request, Response response, Callback callback) throws Exception;

    /** The HTTP status; 0 if nothing is sent. */
    int status();

    /** The slug of the problem with the request; null if the request succeeded. */
    default String problemSlug() {
        return null;
    }

    /**
     * An answer whose body is in memory.
     *
     * @param contentType null if there is no body
     * @param headers additional headers; they override the usual ones, and an empty value removes one
     */
    record Bytes(int status, String contentType, byte[] body, Map<String, String> headers, String problemSlug)
            implements Answer {

        @Override
        public void send(Request request, Response response, Callback callback) {
            response.setStatus(status);
            if (contentType != null) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
            }
            headers.forEach((name, value) -> response.getHeaders().put(name, value.isEmpty() ? null : value));
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }

    /** A file, or the range of it that the request asks for. */
    record Download(Path file, String contentType) implements Answer {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public void send(Request request, Response response, Callback callback) throws Exception {
            ResourceHttpContent content =
                    new ResourceHttpContent(ResourceFactory.root().newResource(file), contentType);
            new ResourceService().doGet(request, response, callback, content);
        }
    }

    static Answer json(int status, Object value) {
        return new Bytes(status, "application/json", Json.bytes(value), Map.of(), null);
    }

    static Answer html(String page) {
        return new Bytes(200, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of(), null);
    }

    static Answer file(String contentType, byte[] content) {
        return new Bytes(200, contentType, content, Map.of(), null);
    }

    static Answer nothing() {
        return new Bytes(204, null, new byte[0], Map.of(), null);
    }

    /** The answer to a request that is carried out later: 202 without a body. */
    static Answer accepted() {
        return new Bytes(202, null, new byte[0], Map.of(), null);
    }

    static Answer refusal(Refusal refusal) {
        return problem(refusal, Map.of());
    }

    private static Answer problem(Refusal refusal, Map<String, String> headers) {
        Problem problem = refusal.problem();
        return problem(problem.status(), refusal.json(), headers, problem.slug());
    }

    /** The answer to a request on which the simulator itself has failed; the service documents no problem for that. */
    static Answer failure() {
        Map<String, Object> json = Map.of("type", "about:blank", "title", "Internal Server Error", "status", 500);
        return problem(500, json, Map.of(), null);
    }

    private static Answer problem(int status, Object json, Map<String, String> headers, String slug) {
        return new Bytes(status, "application/json", Json.bytes(json), headers, slug);
    }

    /** The answer of a fault. */
    static Answer of(CannedAnswer answer) {
        if (answer.problemSlug() != null) {
            Problem problem = ProblemType.named(answer.problemSlug(), answer.status(), "Refused on purpose.");
            return problem(new Refusal(List.of(problem)), answer.headers());
        }
        return new Bytes(answer.status(), answer.contentType(), answer.body(), answer.headers(), null);
    }
}
