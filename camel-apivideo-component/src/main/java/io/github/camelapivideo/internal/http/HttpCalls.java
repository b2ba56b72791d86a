// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.upload.Abort;
import io.github.camelapivideo.internal.upload.Pace;
import io.github.camelapivideo.internal.upload.Secret;
import io.github.camelapivideo.internal.upload.SourceException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
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
 * access token is renewed once and the request made again; any other retry is the caller's. Thread-safe.
 */
public final class HttpCalls {

    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final URI baseUri;
    private final Authorization authorization;
    private final Origin origin;
    private final Supplier<HttpContext> contexts;
    private final boolean wire;
    private final RequestPacer pacer;

    private HttpCalls(
            HttpClient client,
            URI baseUri,
            Authorization authorization,
            Supplier<HttpContext> contexts,
            boolean wire,
            RequestPacer pacer) {
        this.pacer = pacer;
        this.client = client;
        this.baseUri = baseUri;
        this.authorization = authorization;
        this.origin = Origin.ours();
        this.contexts = contexts;
        this.wire = wire;
    }

    /**
     * @param contexts makes the context of each request
     * @param wire whether the client's connections come from {@link WireConnectionFactory}
     * @param pacer learns from every answer
     */
    public static HttpCalls withoutAccount(
            HttpClient client, URI baseUri, Supplier<HttpContext> contexts, boolean wire, RequestPacer pacer) {
        return new HttpCalls(client, baseUri, null, contexts, wire, pacer);
    }

    /** The same with the API key in every request. */
    public HttpCalls basic(Secret apiKey) {
        return new HttpCalls(client, baseUri, Authorization.Basic.of(apiKey), contexts, wire, pacer);
    }

    /** The same with an access token in every request. */
    public HttpCalls bearer(AccessTokens tokens) {
        return new HttpCalls(client, baseUri, new Authorization.Bearer(tokens), contexts, wire, pacer);
    }

    URI uri(String... path) {
        return uri(builder -> builder.appendPathSegments(path));
    }

    private URI uri(UnaryOperator<URIBuilder> change) {
        try {
            return change.apply(new URIBuilder(baseUri)).build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("baseUri=" + baseUri + ": " + e.getReason(), e);
        }
    }

    static HttpEntity json(Object value) {
        return new ByteArrayEntity(VideoJson.bytes(value), ContentType.APPLICATION_JSON);
    }

    /**
     * Makes a request and reads its answer.
     *
     * @param what the call in words, for messages
     * @param budget what the service counts it against
     * @param request makes the request, anew for each time that it is sent
     * @param reading turns the answer's body into the result
     */
    <T> T call(String what, Pace.Budget budget, Supplier<HttpUriRequestBase> request, Abort abort, Reading<T> reading)
            throws ApiVideoException, SourceException {
        Answer answer = authorization == null ? send(what, request.get(), abort) : sendAuthorized(what, request, abort);
        if (answer.remaining() >= 0) {
            pacer.observe(budget, answer.remaining(), answer.untilReset());
        }
        if (!answer.isSuccess()) {
            throw new Rejected(what, answer.status(), answer.problem(), answer.retryAfter());
        }
        try {
            return reading.read(answer.body());
        } catch (IOException e) {
            throw new Unreachable(
                    what,
                    true,
                    new IOException(
                            "the answer " + answer.status() + " is not the expected" + " JSON but "
                                    + answer.contentType(),
                            e));
        }
    }

    /** Turns the body of an answer into a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(byte[] body) throws IOException;
    }

    AccessTokens.Grant token(String grantType, Object payload) throws ApiVideoException {
        try {
            Answer answer = send("Asking for an access token", post(uri("auth", grantType), payload), new Abort());
            if (!answer.isSuccess()) {
                throw new Rejected(
                        "Asking for an access token", answer.status(), answer.problem(), answer.retryAfter());
            }
            AccessTokens.Grant grant = VideoJson.read(answer.body(), AccessTokens.Grant.class);
            if (grant.accessToken() == null) {
                throw new IOException("there is no access_token in the answer");
            }
            return grant;
        } catch (IOException e) {
            throw new Unreachable("Asking for an access token", false, e);
        }
    }

    static HttpPost post(URI uri, Object payload) {
        HttpPost post = new HttpPost(uri);
        post.setEntity(json(payload));
        return post;
    }

    /** A credential that only the wire gets to see, where we have the wire in hand. */
    Header secret(String name, Secret value) {
        return wire ? new SecretHeader(name, value) : new BasicHeader(name, value.value(), true);
    }

    /** A request of the delegated route, whose URL carries the token. */
    HttpPost delegatedPost(Secret uploadToken) {
        if (!wire) {
            return new HttpPost(uri(b -> b.appendPathSegments("upload").addParameter("token", uploadToken.value())));
        }
        HttpPost post = new HttpPost(uri("upload"));
        post.addHeader(new SecretHeader(WireConnection.UPLOAD_TOKEN, uploadToken));
        return post;
    }

    private Answer sendAuthorized(String what, Supplier<HttpUriRequestBase> request, Abort abort)
            throws ApiVideoException, SourceException {
        Secret credential = authorization.current(this);
        Answer answer = send(what, authorized(request.get(), credential), abort);
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        Secret other = authorization.insteadOf(credential, this);
        return other.equals(credential) ? answer : send(what, authorized(request.get(), other), abort);
    }

    private HttpUriRequestBase authorized(HttpUriRequestBase request, Secret credential) {
        request.addHeader(secret(HttpHeaders.AUTHORIZATION, credential));
        return request;
    }

    private Answer send(String what, HttpUriRequestBase request, Abort abort) throws Unreachable, SourceException {
        request.addHeader(Origin.HEADER, origin.value());
        request.addHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        Abort.Registration registration = abort.onAbort(request::cancel);
        try {
            return client.execute(request, contexts.get(), Answer::read);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw new Unreachable(what, mayHaveArrived(e), e);
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
