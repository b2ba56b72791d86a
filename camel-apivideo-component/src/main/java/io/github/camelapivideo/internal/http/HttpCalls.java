// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.CredentialsLost;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.Secret;
import io.github.camelapivideo.internal.call.SourceException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIBuilder;

/**
 * One request, one answer, as a value or as an {@link ApiVideoException}. Every request goes through here. A refused
 * access token is told of; to renew it and to try again is the caller's. Thread-safe.
 */
public final class HttpCalls {

    private static final int UNAUTHORIZED = 401;

    private final HttpWiring wiring;
    private final Authorization authorization;
    private final Secret uploadToken;
    private final ClientIdentity origin;

    private HttpCalls(HttpWiring wiring, Authorization authorization, Secret uploadToken, ClientIdentity origin) {
        this.wiring = wiring;
        this.authorization = authorization;
        this.uploadToken = uploadToken;
        this.origin = origin;
    }

    /** Requests that prove nothing. */
    public static HttpCalls withoutAccount(HttpWiring wiring) {
        return new HttpCalls(wiring, null, null, ClientIdentity.ours());
    }

    /** The same with the API key in every request. */
    public HttpCalls basic(Secret apiKey) {
        return new HttpCalls(wiring, Authorization.Basic.of(apiKey), null, origin);
    }

    /** The same with an access token in every request. */
    public HttpCalls bearer(AccessTokens tokens) {
        return new HttpCalls(wiring, new Authorization.Bearer(tokens), null, origin);
    }

    /** The same with an upload token, for the delegated route. */
    HttpCalls delegated(Secret token) {
        return new HttpCalls(wiring, authorization, token, origin);
    }

    /** See {@link Credentials#ready}. */
    public CompletableFuture<Void> ready(Cancellation cancellation) {
        return authorization.ready(this, cancellation);
    }

    URI uri(String... path) {
        return uri(builder -> builder.appendPathSegments(path));
    }

    URI uri(Map<String, String> query, String... path) {
        return uri(builder -> {
            query.forEach(builder::addParameter);
            return builder.appendPathSegments(path);
        });
    }

    private URI uri(UnaryOperator<URIBuilder> change) {
        try {
            return change.apply(new URIBuilder(wiring.baseUri())).build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("baseUri=" + wiring.baseUri() + ": " + e.getReason(), e);
        }
    }

    static HttpEntity json(Object value) {
        return new ByteArrayEntity(VideoJson.bytes(value), ContentType.APPLICATION_JSON);
    }

    /**
     * Makes a request, once, and reads its answer.
     *
     * @param what the call in words, for messages
     * @param budget what the service counts it against
     * @param request makes the request; it tells the guard of its body
     * @param reading turns the answer's body into the result
     * @throws CredentialsLost if the access token has ended
     */
    <T> T call(
            String what,
            RequestGate.Budget budget,
            Making request,
            Cancellation cancellation,
            Answer.Reading<T> reading)
            throws ApiVideoException, SourceException {
        Secret credential = authorization == null ? null : authorization.header();
        Answer answer = send(what, credential == null ? request : authorized(request, credential), cancellation);
        wiring.throttle().observe(budget, answer.rateLimit(), answer.isSuccess());
        if (!answer.isSuccess()) {
            Rejected refusal = rejected(what, answer, credential);
            if (answer.status() == UNAUTHORIZED && credential != null && authorization.refused(credential)) {
                throw new CredentialsLost(refusal);
            }
            throw refusal;
        }
        return answer.read(what, reading, text(credential));
    }

    private Rejected rejected(String what, Answer answer, Secret credential) {
        return new Rejected(what, answer.status(), answer.problem(text(credential)), answer.retryAfter());
    }

    private AnswerText text(Secret credential) {
        Stream<Secret> ours = authorization == null ? Stream.empty() : authorization.secrets();
        // The token of this very request may have been replaced meanwhile.
        Secret bare = credential == null ? null : new Secret(credential.value().replaceFirst("^\\S+ ", ""));
        return AnswerText.without(Stream.concat(ours, Stream.of(bare, uploadToken)));
    }

    /** Makes a request. */
    @FunctionalInterface
    interface Making {
        HttpUriRequestBase request(StallGuard guard);
    }

    Grant token(String grantType, Object payload, Cancellation cancellation) throws ApiVideoException {
        try {
            Answer answer = send(AccessTokens.FETCHING, guard -> post(uri("auth", grantType), payload), cancellation);
            if (!answer.isSuccess()) {
                throw rejected(AccessTokens.FETCHING, answer, null);
            }
            return answer.read(AccessTokens.FETCHING, Grant::read, text(null));
        } catch (SourceException e) {
            throw new IllegalStateException("No source takes part in this call", e);
        }
    }

    static HttpPost post(URI uri, Object payload) {
        HttpPost post = new HttpPost(uri);
        post.setEntity(json(payload));
        return post;
    }

    /** A credential that only the wire gets to see, where the client is ours. */
    Header secret(String name, Secret value) {
        return wiring.wire() ? new SecretHeader(name, value) : new BasicHeader(name, value.value(), true);
    }

    /** A request of the delegated route, whose URL carries the token. */
    HttpPost delegatedPost() {
        if (!wiring.wire()) {
            return new HttpPost(uri(b -> b.appendPathSegments("upload").addParameter("token", uploadToken.value())));
        }
        HttpPost post = new HttpPost(uri("upload"));
        post.addHeader(new SecretHeader(WireConnection.UPLOAD_TOKEN, uploadToken));
        return post;
    }

    private Making authorized(Making making, Secret credential) {
        return guard -> {
            HttpUriRequestBase request = making.request(guard);
            request.addHeader(secret(HttpHeaders.AUTHORIZATION, credential));
            return request;
        };
    }

    private Answer send(String what, Making making, Cancellation cancellation) throws Unreachable, SourceException {
        Cancellation stall = new Cancellation();
        try (StallGuard guard = new StallGuard(wiring.watchdog(), wiring.timeouts(), stall::cancel)) {
            HttpUriRequestBase request = making.request(guard);
            stall.onCancel(request::cancel);
            return send(what, request, guard, cancellation);
        }
    }

    private Answer send(String what, HttpUriRequestBase request, StallGuard guard, Cancellation cancellation)
            throws Unreachable, SourceException {
        request.addHeader(ClientIdentity.HEADER, origin.value());
        request.addHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        HttpContext context = wiring.contexts().get();
        guard.watch(context);
        Cancellation.Registration registration = cancellation.onCancel(request::cancel);
        try {
            return wiring.client().execute(request, context, Answer::read);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw new Unreachable(
                    what, !guard.isConnecting() && mayHaveArrived(e), text(null).shown(guard.explain(e)));
        } finally {
            registration.close();
        }
    }

    private static final List<Class<? extends IOException>> NOT_CONNECTED = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            UnknownHostException.class,
            NoRouteToHostException.class);

    private static boolean mayHaveArrived(IOException failure) {
        return NOT_CONNECTED.stream().noneMatch(type -> type.isInstance(failure));
    }
}
