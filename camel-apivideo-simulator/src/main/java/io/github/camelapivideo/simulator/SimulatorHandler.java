// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.fault.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The way of every request: its body is read to the end, then it is judged, carried out, recorded and answered. The
 * service reads first and refuses afterwards, so the connection stays usable.
 */
final class SimulatorHandler extends Handler.Abstract {

    private static final int MAX_JSON = 1 << 20;

    private final Routes routes;
    private final AccessTokens tokens;
    private final RateLimiter limiter;
    private final Faults faults;
    private final RequestLog log;
    private final Path folder;
    private final BooleanSupplier suspended;
    private final ResourceService files = new ResourceService();

    SimulatorHandler(
            Routes routes,
            AccessTokens tokens,
            RateLimiter limiter,
            Faults faults,
            RequestLog log,
            Path folder,
            BooleanSupplier suspended) {
        this.routes = routes;
        this.tokens = tokens;
        this.limiter = limiter;
        this.faults = faults;
        this.log = log;
        this.folder = folder;
        this.suspended = suspended;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Routes.Match match = routes.find(request.getMethod(), Request.getPathInContext(request));
        RequestLog.Entry entry = log.begin(request, match);
        Optional<Fault> fault = faults.next(match.route().kind(), entry.partNumber());
        if (fault.orElse(null) instanceof Fault.Cut cut) {
            skip(request, cut.afterBytes());
            entry.end(0, null, null);
            Wire.cut(request, cut.reset());
            callback.failed(new IOException("Cut on purpose"));
            return true;
        }
        Form form = null;
        try {
            form = hasForm(match) ? Form.read(request, folder) : null;
            byte[] json = form == null ? read(request) : new byte[0];
            Call call = new Call(request, match.route().kind(), match.variables(), json, form);
            answer(call, match.route(), fault, entry, response, callback);
        } catch (IOException e) {
            entry.end(0, null, null);
            callback.failed(e);
        } finally {
            if (form != null) {
                form.discard();
            }
        }
        return true;
    }

    private static boolean hasForm(Routes.Match match) {
        return match.route().kind().budget() == RequestKind.Budget.UPLOADS;
    }

    private void answer(
            Call call,
            Routes.Route route,
            Optional<Fault> fault,
            RequestLog.Entry entry,
            Response response,
            Callback callback)
            throws Exception {
        RateLimiter.Count count = limiter.count(call.kind());
        response.getHeaders().put("X-RateLimit-Limit", count.limit());
        response.getHeaders().put("X-RateLimit-Remaining", count.remaining());
        response.getHeaders().put("X-RateLimit-Retry-After", count.retryAfterSeconds());
        if (fault.orElse(null) instanceof Fault.Wait wait) {
            wait.pause().await();
        }
        if (fault.orElse(null) instanceof Fault.Instead instead) {
            send(instead.page(), call, entry, response, callback);
            return;
        }
        Refusal refusal = null;
        Reply reply;
        try {
            fault.ifPresent(SimulatorHandler::refuse);
            check(call, route, count);
            reply = route.action().apply(call);
        } catch (Refusal e) {
            refusal = e;
            reply = Reply.refusal(e);
        }
        if (fault.orElse(null) instanceof Fault.Afterwards afterwards && refusal == null) {
            send(afterwards.page(), call, entry, response, callback);
        } else {
            send(reply, refusal, call, entry, response, callback);
        }
    }

    private static void refuse(Fault fault) {
        if (fault instanceof Fault.Refused refused) {
            throw ProblemType.of(refused.slug())
                    .orElseThrow(() -> new IllegalArgumentException("There is no problem " + refused.slug()))
                    .because("", "Refused on purpose.")
                    .withStatus(refused.status());
        }
    }

    private void check(Call call, Routes.Route route, RateLimiter.Count count) {
        if (count.exceeded()) {
            throw ProblemType.TOO_MANY_REQUESTS.because("", "Try again in " + count.retryAfterSeconds() + " seconds.");
        }
        if (route.authorized()) {
            tokens.check(call.header("Authorization"));
            if (suspended.getAsBoolean()) {
                throw ProblemType.SUSPENDED_ACCOUNT.because("", "Please contact the support.");
            }
        }
    }

    private void send(
            Reply reply, Refusal refusal, Call call, RequestLog.Entry entry, Response response, Callback callback)
            throws Exception {
        String slug = refusal == null ? null : refusal.slug();
        if (reply instanceof Reply.Download download) {
            entry.end(200, slug, call.form());
            ResourceHttpContent content = new ResourceHttpContent(
                    ResourceFactory.root().newResource(download.file()), download.contentType());
            files.doGet(call.request(), response, callback, content);
            return;
        }
        Reply.Bytes bytes = (Reply.Bytes) reply;
        entry.end(bytes.status(), slug, call.form());
        response.setStatus(bytes.status());
        if (bytes.contentType() != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, bytes.contentType());
        }
        response.write(true, ByteBuffer.wrap(bytes.body()), callback);
    }

    private static void send(Fault.Page page, Call call, RequestLog.Entry entry, Response response, Callback callback) {
        if (page == null) {
            entry.end(0, null, call.form());
            Wire.cut(call.request(), true);
            callback.failed(new IOException("Cut on purpose"));
            return;
        }
        entry.end(page.status(), null, call.form());
        response.setStatus(page.status());
        if (page.contentType() != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.contentType());
        }
        page.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(page.body()), callback);
    }

    private static byte[] read(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            byte[] json = body.readNBytes(MAX_JSON);
            body.transferTo(java.io.OutputStream.nullOutputStream());
            return json;
        }
    }

    private static void skip(Request request, long bytes) throws IOException {
        if (bytes > 0) {
            // Not closed: what is left of the body is not to be read.
            Content.Source.asInputStream(request).skipNBytes(bytes);
        }
    }
}
