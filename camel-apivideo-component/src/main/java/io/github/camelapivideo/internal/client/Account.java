// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.text.TextDigest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The account's base URI and credentials.
 *
 * @param apiKey null if there is only an upload token
 */
public record Account(URI baseUri, Secret apiKey, Authentication authentication) {

    /** How the API key is sent: exchanged for a token, or in every request. */
    public enum Authentication {
        bearer,
        basic
    }

    private static final int LABEL_DIGITS = 8;
    private static final String HTTP = "http";
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of(HTTP, 80, "https", 443);
    private static final String LOOPBACK = "localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]";

    /** @throws IllegalArgumentException if an option has a value that cannot be used */
    public static Account of(Options options) {
        return new Account(
                baseUri(options),
                options.filled("apiKey") == null ? null : new Secret(options.filled("apiKey")),
                Choice.of(Authentication.class, "authentication", options.text("authentication")));
    }

    /** Returns the name of the service's environment, or the host of another service. */
    public String environment() {
        return Arrays.stream(ServiceEnvironment.values())
                .filter(known -> known.baseUri().equals(baseUri))
                .map(Enum::name)
                .findFirst()
                .orElseGet(baseUri::getHost);
    }

    public static URI baseUri(Options options) {
        ServiceEnvironment environment =
                Choice.of(ServiceEnvironment.class, "environment", options.text("environment"));
        if (options.filled("baseUri") == null) {
            return environment.baseUri();
        }
        URI uri = parse(options.text("baseUri"));
        if (HTTP.equals(uri.getScheme()) && !uri.getHost().matches(LOOPBACK) && !options.flag("allowInsecureHttp")) {
            throw new IllegalArgumentException("baseUri=" + uri + ": plain http is allowed towards loopback addresses"
                    + " only, because credentials would travel in the clear; use https, or set allowInsecureHttp=true");
        }
        return uri;
    }

    /**
     * Returns a name for operators, without the key: the service's address, the first digits of the key's SHA-256, which
     * distinguish it from other keys, and how it is sent if that is unusual.
     */
    public String label() {
        String place = baseUri.toString().replaceFirst("^https?://", "");
        if (apiKey == null) {
            return place;
        }
        String key = " #" + TextDigest.of(apiKey.value()).substring(0, LABEL_DIGITS);
        return place + key + (authentication == Authentication.basic ? " basic" : "");
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
            // Reported below with what is allowed; the text may hold a password and is not repeated.
        }
        throw new IllegalArgumentException(
                "baseUri: allowed is http or https with a host, a port and a path, like https://ws.api.video");
    }

    /** Returns the URI in one form, so that different spellings are one account. */
    private static URI normal(URI uri) throws URISyntaxException {
        String scheme = lowerCase(uri.getScheme());
        String port = uri.getPort() < 0 || uri.getPort() == DEFAULT_PORTS.get(scheme) ? "" : ":" + uri.getPort();
        String path = uri.normalize().getRawPath().replaceAll("/+$", "");
        return new URI(scheme + "://" + lowerCase(uri.getHost()) + port + path);
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
