// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.console;

import io.github.camelapivideo.simulator.answer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The page at {@code /} and the control API below {@code /simulator/}. They are not of the service: no fault meets their
 * requests, no rate limit counts them, and no record lists them. All other requests go on to the service. Thread-safe.
 */
public final class Console extends Handler.Wrapper {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Map<String, String> PAGE_HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
                    + "media-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private final Controls controls;
    private final byte[] page = page();

    /** @param service answers all other requests */
    public Console(Controls controls, Handler service) {
        super(service);
        this.controls = controls;
    }

    private static byte[] page() {
        try (InputStream page = Objects.requireNonNull(Console.class.getResourceAsStream("page.html"), "page.html")) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean forPage = path.equals("/") && READING.contains(request.getMethod());
        if (!forPage && !path.startsWith(Controls.ROOT)) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
        answer(request, forPage, path).send(request, response, callback);
        return true;
    }

    private Answer answer(Request request, boolean forPage, String path) throws IOException {
        Visitor visitor = Visitor.of(request);
        if (!visitor.namesThisMachine()) {
            return Controls.refusal(403, "Use the address http://127.0.0.1 or http://localhost.");
        }
        if (forPage) {
            return new Answer.Bytes(200, "text/html;charset=utf-8", page, PAGE_HEADERS, null);
        }
        return visitor.isOfThisOrigin()
                ? controls.answer(request, path)
                : Controls.refusal(403, "Pages of other origins may not use this API.");
    }
}
