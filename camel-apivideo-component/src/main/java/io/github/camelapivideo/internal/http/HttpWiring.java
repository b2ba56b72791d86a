// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.call.AccountThrottle;
import io.github.camelapivideo.internal.call.StallDetector;
import java.net.URI;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * What all requests to one service have in common.
 *
 * @param contexts makes the context of each request
 * @param wire whether the client was {@linkplain #prepare prepared}, so that credentials come last
 * @param throttle learns from every answer
 * @param timeouts for how long a request waits
 */
public record HttpWiring(
        HttpClient client,
        URI baseUri,
        Supplier<HttpContext> contexts,
        boolean wire,
        AccountThrottle throttle,
        StallDetector watchdog,
        RequestTimeouts timeouts) {

    /** Makes a client as it has to be: every retry and redirect is ours to decide. */
    public static void prepare(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setRequestExecutor(new WireExecutor());
    }
}
