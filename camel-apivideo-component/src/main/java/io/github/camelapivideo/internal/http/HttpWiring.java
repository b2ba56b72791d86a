// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.upload.Watchdog;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * What all requests to one service have in common.
 *
 * @param contexts makes the context of each request
 * @param wire whether the client's connections come from {@link WireConnectionFactory}
 * @param governor learns from every answer
 * @param stallTimeout for how long a request may move nothing; zero for ever
 */
public record HttpWiring(
        HttpClient client,
        URI baseUri,
        Supplier<HttpContext> contexts,
        boolean wire,
        Governor governor,
        Watchdog watchdog,
        Duration stallTimeout) {

    /** Makes a client as it has to be: every retry and redirect is ours to decide. */
    public static void prepare(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "stall", new StallGuard.Begin());
    }
}
