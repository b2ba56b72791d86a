// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.http.RequestTimeouts;
import io.github.camelapivideo.internal.http.RequestTimeouts.Limit;
import io.github.camelapivideo.internal.option.Options;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.core5.util.Timeout;

/**
 * The timeouts of requests, and the HTTP client's own timeouts that follow from them: if these are not set, the
 * client limits only the connecting. Immutable.
 *
 * @param answer null for a time that depends on the request
 */
public record HttpTimeouts(Duration connect, Duration stall, Duration answer) {

    // The default of camel-http's component, in milliseconds: another value there was set by the user.
    private static final long UNSET = 180_000;

    private static final String CONNECT = "connectTimeout";

    public static HttpTimeouts of(Options options) {
        return new HttpTimeouts(
                options.duration(CONNECT), options.duration("stallTimeout"), options.duration("answerTimeout"));
    }

    /**
     * Returns the options of an endpoint with these timeouts.
     *
     * @param set endpoint options of camel-http; they win
     */
    public Map<String, Object> options(HttpComponent http, Map<String, Object> set) {
        Map<String, Object> options = new HashMap<>();
        if (http.getConnectTimeout() == UNSET) {
            options.put(CONNECT, Timeout.of(connect));
        }
        if (http.getSoTimeout() == UNSET) {
            options.put("soTimeout", Timeout.ZERO_MILLISECONDS);
        }
        options.putAll(set);
        return options;
    }

    /** @param endpoint made with {@link #options} */
    RequestTimeouts patience(HttpEndpoint endpoint) {
        Duration connecting = Duration.ofMillis(endpoint.getConnectTimeout());
        return new RequestTimeouts(
                new Limit(connecting, connecting.equals(connect) ? CONNECT : "http." + CONNECT),
                new Limit(stall, "stallTimeout"),
                answer == null ? null : new Limit(answer, "answerTimeout"));
    }
}
