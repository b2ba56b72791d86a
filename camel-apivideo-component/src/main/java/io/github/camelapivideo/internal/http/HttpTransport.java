// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.ApiRequest.UrlSecret;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.http.WireConnection.SecretHeader;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIBuilder;

/** Sends each request once with HttpClient 5. Thread-safe; the creator of the client closes it. */
public final class HttpTransport implements Transport {

    // Measured in docs/performance.md: TLS is up to a tenth faster with a large buffer, plain HTTP with one that fits
    // into the processor's cache.
    private static final Pattern SCHEME = Pattern.compile("^\\S+ ");
    private static final int COPY_SIZE = 64 * 1024;
    private static final int TLS_COPY_SIZE = 256 * 1024;

    private final HttpWiring wiring;
    private final ClientIdentity identity = ClientIdentity.ofThisBuild();

    /** @param wiring the client and the settings of all requests */
    public HttpTransport(HttpWiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public ApiAnswer send(ApiRequest request, Credential credential, Cancellation cancellation)
            throws Unreachable, SourceException {
        Cancellation stall = new Cancellation();
        try (StallGuard guard = new StallGuard(wiring.stallDetector(), wiring.timeouts(), stall::cancel)) {
            HttpUriRequestBase http = http(request, credential, guard);
            stall.onCancel(http::cancel);
            return answer(request, credential, http, guard, cancellation);
        }
    }

    private HttpUriRequestBase http(ApiRequest request, Credential credential, StallGuard guard) {
        URI uri = uri(request);
        HttpUriRequestBase http = new HttpUriRequestBase(request.method().name(), uri);
        if (credential.header() != null) {
            http.addHeader(secret(HttpHeaders.AUTHORIZATION, credential.header()));
        }
        if (request.urlSecret() != null && wiring.wire()) {
            http.addHeader(WireConnection.atEnd(uri, request.urlSecret()));
        }
        http.addHeader(ClientIdentity.HEADER, identity.value());
        http.addHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        addBody(request.body(), http, guard);
        return http;
    }

    private URI uri(ApiRequest request) {
        try {
            URIBuilder uri = new URIBuilder(wiring.baseUri()).appendPathSegments(request.segments());
            request.query().forEach(parameter -> uri.addParameter(parameter.name(), parameter.value()));
            if (request.urlSecret() != null && !wiring.wire()) {
                addSecret(uri, request.urlSecret());
            }
            return uri.build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("baseUri=" + wiring.baseUri() + ": " + e.getReason(), e);
        }
    }

    private static void addSecret(URIBuilder uri, UrlSecret secret) {
        if (secret.parameter() == null) {
            uri.appendPathSegments(secret.value().value());
        } else {
            uri.addParameter(secret.parameter(), secret.value().value());
        }
    }

    private static void addBody(RequestBody body, HttpUriRequestBase request, StallGuard guard) {
        if (body instanceof RequestBody.Json json) {
            request.setEntity(new ByteArrayEntity(VideoJson.bytes(json.value()), ContentType.APPLICATION_JSON));
        } else if (body instanceof RequestBody.File file) {
            addFile(file, request, guard);
        }
    }

    private static void addFile(RequestBody.File file, HttpUriRequestBase request, StallGuard guard) {
        if (file.contentRange() != null) {
            request.addHeader(HttpHeaders.CONTENT_RANGE, file.contentRange());
        }
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8);
        file.fields().forEach(form::addTextBody);
        int copySize = URIScheme.HTTPS.same(request.getScheme()) ? TLS_COPY_SIZE : COPY_SIZE;
        PartBody content = new PartBody(file.content(), file.fileName(), copySize, guard, file.written());
        request.setEntity(form.addPart("file", content).build());
    }

    // With the component's own client, only the connection sees the secret; another client gets it in a plain header.
    private Header secret(String name, Secret value) {
        return wiring.wire() ? new SecretHeader(name, value) : new BasicHeader(name, value.value(), true);
    }

    private static AnswerText text(ApiRequest request, Credential credential) {
        // The credentials may have replaced the token of this request meanwhile, so it is masked too.
        Secret bare = credential.header() == null
                ? null
                : new Secret(SCHEME.matcher(credential.header().value()).replaceFirst(""));
        Secret inUrl = request.urlSecret() == null ? null : request.urlSecret().value();
        return AnswerText.without(Stream.concat(credential.secrets().get(), Stream.of(bare, inUrl)));
    }

    private ApiAnswer answer(
            ApiRequest request,
            Credential credential,
            HttpUriRequestBase http,
            StallGuard guard,
            Cancellation cancellation)
            throws Unreachable, SourceException {
        HttpContext context = wiring.contexts().get();
        guard.watch(context);
        Cancellation.Registration registration = cancellation.onCancel(http::cancel);
        try {
            return wiring.client()
                    .execute(
                            http,
                            context,
                            response -> HttpAnswer.of(request.what(), response, text(request, credential)));
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            boolean answerLost = !guard.isConnecting() && mayHaveArrived(e);
            IOException shown = text(request, credential).shown(guard.explain(e));
            throw new Unreachable(request.what(), answerLost, shown);
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
