// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;

/**
 * Passes requests and answers to a listener of camel-http, without bodies that have credentials, without the tokens
 * of private videos and without the bytes of videos.
 * Thread-safe if the listener is.
 */
record MaskedActivity(HttpActivityListener listener) implements HttpActivityListener {

    private static final String HIDDEN = MaskedActivity.class.getName();

    // Their JSON has API keys, access tokens, upload tokens, stream keys or the secrets of webhooks.
    private static final Pattern WITH_SECRETS =
            Pattern.compile(".*/(auth/api-key|auth/refresh|upload-tokens|live-streams|webhooks)(/.*|\\?.*)?");

    // In an address of a private video; a slash in JSON may be escaped.
    private static final Pattern PRIVATE_TOKEN = Pattern.compile("(\\btoken(?:=|\\\\?/))[^\"'&/<>\\\\\\s]+");

    // One byte more than the largest answer that is read.
    private static final int MAX_SIZE = 4 * 1024 * 1024 + 1;

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {
        boolean hidden = WITH_SECRETS.matcher(request.getPath()).matches();
        exchange.setProperty(HIDDEN, hidden);
        BasicHttpRequest shown = new BasicHttpRequest(request.getMethod(), request.getPath());
        shown.setVersion(request.getVersion());
        shown.setHeaders(request.getHeaders());
        listener.onRequestSubmitted(source, exchange, host, shown, hidden ? masked(entity) : shown(entity));
    }

    private static HttpEntity masked(HttpEntity entity) {
        return entity == null ? null : new StringEntity("***");
    }

    // Showing a form would read the whole video into memory.
    private static HttpEntity shown(HttpEntity entity) {
        boolean form = entity != null
                && ContentType.MULTIPART_FORM_DATA.isSameMimeType(ContentType.parseLenient(entity.getContentType()));
        return form ? new StringEntity("(a form of " + entity.getContentLength() + " bytes)") : entity;
    }

    @Override
    public void onResponseReceived(
            Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long elapsed) {
        BasicHttpResponse shown = new BasicHttpResponse(response.getCode(), response.getReasonPhrase());
        shown.setVersion(response.getVersion());
        shown.setHeaders(response.getHeaders());
        boolean hidden = exchange.getProperty(HIDDEN, false, boolean.class);
        listener.onResponseReceived(
                source, exchange, host, shown, hidden ? masked(entity) : read(response, entity), elapsed);
    }

    /** Returns the body of the answer, and lets it be read again. */
    private static HttpEntity read(HttpResponse response, HttpEntity entity) {
        if (entity == null || !(response instanceof HttpEntityContainer container)) {
            return null;
        }
        ContentType type = ContentType.parseLenient(entity.getContentType());
        try {
            byte[] body = EntityUtils.toByteArray(entity, MAX_SIZE);
            HttpEntity again = new ByteArrayEntity(body, type, entity.getContentEncoding());
            container.setEntity(again);
            return withoutTokens(body, type, again);
        } catch (IOException e) {
            container.setEntity(new InputStreamEntity(new Broken(e), type));
            return new ByteArrayEntity(e.toString().getBytes(StandardCharsets.UTF_8), ContentType.TEXT_PLAIN);
        }
    }

    private static HttpEntity withoutTokens(byte[] body, ContentType type, HttpEntity again) {
        Matcher tokens = PRIVATE_TOKEN.matcher(new String(body, StandardCharsets.UTF_8));
        return tokens.find()
                ? new StringEntity(tokens.replaceAll("$1***"), type.withCharset(StandardCharsets.UTF_8))
                : again;
    }

    /** An answer that was cut off. */
    private static final class Broken extends InputStream {
        private final IOException problem;

        Broken(IOException problem) {
            this.problem = problem;
        }

        @Override
        public int read() throws IOException {
            throw problem;
        }
    }
}
