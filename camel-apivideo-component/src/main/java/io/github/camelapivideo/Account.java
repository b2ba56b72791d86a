// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.call.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * Whose videos, where, and how that is proved. Checks itself.
 *
 * @param apiKey null if there is only an upload token
 */
record Account(URI baseUri, Secret apiKey, Authentication authentication) {

    /** How an account proves who it is. */
    enum Authentication {
        bearer,
        basic
    }

    private static final String HTTP = "http";
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of(HTTP, 80, "https", 443);
    private static final String LOOPBACK = "localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]";

    static Account of(ApiVideoConfiguration options) {
        return new Account(
                baseUri(options),
                isBlank(options.getApiKey()) ? null : new Secret(options.getApiKey()),
                Choice.of(Authentication.class, "authentication", options.getAuthentication()));
    }

    static URI baseUri(ApiVideoConfiguration options) {
        ApiVideoEnvironment environment = Choice.of(ApiVideoEnvironment.class, "environment", options.getEnvironment());
        if (isBlank(options.getBaseUri())) {
            return environment.baseUri();
        }
        URI uri = parse(options.getBaseUri());
        if (HTTP.equals(uri.getScheme()) && !uri.getHost().matches(LOOPBACK) && !options.isAllowInsecureHttp()) {
            throw new IllegalArgumentException("baseUri=" + uri + ": plain http is allowed towards loopback addresses"
                    + " only, because credentials would travel in the clear; use https, or set allowInsecureHttp=true");
        }
        return uri;
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = DEFAULT_PORTS.containsKey(lowerCase(uri.getScheme()));
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (http && uri.getHost() != null && plain) {
                return normal(uri);
            }
        } catch (URISyntaxException e) {
            // Told below, with what is allowed; the text may hold a password, so it is not repeated.
        }
        throw new IllegalArgumentException(
                "baseUri: allowed is http or https with a host, a port and a path, like https://ws.api.video");
    }

    /** One of all the ways to write the same: who writes it otherwise has the same account. */
    private static URI normal(URI uri) throws URISyntaxException {
        String scheme = lowerCase(uri.getScheme());
        String port = uri.getPort() < 0 || uri.getPort() == DEFAULT_PORTS.get(scheme) ? "" : ":" + uri.getPort();
        String path = uri.normalize().getRawPath().replaceAll("/+$", "");
        return new URI(scheme + "://" + lowerCase(uri.getHost()) + port + path);
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
