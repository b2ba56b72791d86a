// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.fault.FaultEffect;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.handler.ServiceChoices;
import io.github.camelapivideo.simulator.injection.FaultInjection;
import io.github.camelapivideo.simulator.injection.ResetOnReuseAnswer;
import io.github.camelapivideo.simulator.injection.SlowRequest;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.intake.Form;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.route.Route;
import io.github.camelapivideo.simulator.route.RouteTable;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.RateLimiter;
import io.github.camelapivideo.simulator.store.RequestLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request from its first byte to its answer: reads the body to its end, then checks, processes, records and
 * answers the request. The service reads first and refuses afterwards, so the connection stays usable. A fault can
 * disturb each step. Thread-safe.
 */
public final class SimulatorHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorHandler.class);
    private static final int MAX_JSON = 1 << 20;

    private final RouteTable routes;
    private final AccessTokens tokens;
    private final RateLimiter limiter;
    private final Faults faults;
    private final FaultInjection injection;
    private final RequestLog log;
    private final Path incoming;
    private final ServiceChoices choices;
    private final Clock clock;

    /**
     * @param incoming a folder for files of requests under way
     * @param choices how the service behaves where no document is certain
     * @param clock dates the answers
     */
    public SimulatorHandler(
            RouteTable routes,
            AccessTokens tokens,
            RateLimiter limiter,
            Faults faults,
            FaultInjection injection,
            RequestLog log,
            Path incoming,
            ServiceChoices choices,
            Clock clock) {
        this.routes = routes;
        this.tokens = tokens;
        this.limiter = limiter;
        this.faults = faults;
        this.injection = injection;
        this.log = log;
        this.incoming = incoming;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (ResetOnReuseAnswer.resets(request, callback)) {
            faults.countConsequence();
            return true;
        }
        RouteTable.Match match = routes.find(request.getMethod(), Request.getPathInContext(request));
        RequestLog.Entry entry = log.begin(
                request, match.route().kind(), match.variables(), match.route().uploadsVideo());
        Response recorded = new Recorded(request, response, entry);
        response.getHeaders().put(HttpHeader.DATE, DateGenerator.formatDate(clock.instant()));
        try {
            Answer answer = answer(match, request, recorded, entry);
            entry.setProblem(answer.problemSlug());
            if (answer.status() == 0) {
                entry.end(0);
            }
            answer.send(request, recorded, callback);
        } catch (IOException e) {
            breakOff(entry, callback, e);
        } catch (InterruptedException e) {
            // The simulator ends.
            Thread.currentThread().interrupt();
            breakOff(entry, callback, e);
        } catch (Exception e) {
            LOG.error("A request could not be answered", e);
            Response.writeError(request, recorded, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
        return true;
    }

    private static void breakOff(RequestLog.Entry entry, Callback callback, Exception cause) {
        LOG.debug("A request broke off", cause);
        entry.end(0);
        callback.failed(new ConnectionGone("The request broke off", cause));
    }

    private Answer answer(RouteTable.Match match, Request request, Response response, RequestLog.Entry entry)
            throws IOException, InterruptedException {
        Route route = match.route();
        FaultEffect fault = faults.next(new Faults.Target(
                        route.kind(), request.getMethod(), Request.getPathInContext(request), entry.partNumber()))
                .effect();
        if (fault.cutAfter().isPresent()) {
            skip(request, fault.cutAfter().getAsLong());
            return fault.send(injection.paths(Answer.nothing()));
        }
        Request body = slowed(request, fault);
        try (Form form = route.hasForm() ? Form.read(body, incoming, choices.anyFileField()) : Form.none()) {
            form.anyFile().ifPresent(entry::setFile);
            Call call = new Call(
                    request, match.variables(), route.hasForm() ? new byte[0] : read(body), form, entry::setVideoId);
            fault.pause();
            fault.changeAccount(injection.account(call));
            boolean exceeded = count(route, response);
            Answer answer = fault.insteadOfProcessing()
                    .map(Answer::of)
                    .orElseGet(() -> processed(call, route, exceeded, fault));
            return fault.send(injection.paths(answer));
        }
    }

    private static Request slowed(Request request, FaultEffect fault) {
        return fault.bytesPerSecond().isPresent()
                ? new SlowRequest(request, fault.bytesPerSecond().getAsLong())
                : request;
    }

    private Answer processed(Call call, Route route, boolean exceeded, FaultEffect fault) {
        if (fault.repeats()) {
            process(call.keepingFiles(), route, exceeded);
        }
        Answer answer = process(call, route, exceeded);
        return fault.afterProcessing().map(Answer::of).orElse(answer);
    }

    private boolean count(Route route, Response response) {
        if (route.budgets().isEmpty()) {
            return false;
        }
        RateLimiter.Count count = limiter.count(route.budgets());
        response.getHeaders().put("X-RateLimit-Limit", count.limit());
        response.getHeaders().put("X-RateLimit-Remaining", count.remaining());
        response.getHeaders().put("X-RateLimit-Retry-After", count.retryAfterSeconds());
        return count.exceeded();
    }

    private Answer process(Call call, Route route, boolean exceeded) {
        try {
            if (exceeded) {
                throw ProblemType.TOO_MANY_REQUESTS.because("", "Wait for the seconds in X-RateLimit-Retry-After.");
            }
            if (route.authorized()) {
                tokens.check(call.request().getHeaders().get("Authorization"));
            }
            route.query().check(call.query(), choices.smallestPage());
            return route.action().apply(call);
        } catch (Refusal refusal) {
            return Answer.refusal(refusal);
        } catch (RuntimeException e) {
            LOG.error("A request could not be processed", e);
            return Answer.failure();
        }
    }

    private static byte[] read(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            byte[] json = body.readNBytes(MAX_JSON);
            body.transferTo(OutputStream.nullOutputStream());
            return json;
        }
    }

    private static void skip(Request request, long bytes) throws IOException {
        // Not closed: closing would read the rest of the body.
        InputStream body = Content.Source.asInputStream(request);
        long left = bytes;
        while (left > 0 && body.read() >= 0) {
            left -= 1 + body.skip(left - 1);
        }
    }

    /** Records the request just before the first byte of the answer is sent. */
    private static final class Recorded extends Response.Wrapper {
        private final RequestLog.Entry entry;

        Recorded(Request request, Response response, RequestLog.Entry entry) {
            super(request, response);
            this.entry = entry;
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            // No status means 200.
            entry.end(getStatus() == 0 ? HttpStatus.OK_200 : getStatus());
            super.write(last, bytes, callback);
        }
    }
}
