// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Lets browser pages of all origins send requests. Their questions in advance are answered here, and not recorded. */
final class CrossOrigin {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    // A star would not stand for Authorization.
    private static final Set<String> HEADERS = Set.of(
            "Accept",
            "Authorization",
            "AV-Origin-App",
            "AV-Origin-Client",
            "AV-Origin-Sdk",
            "Content-Range",
            "Content-Type");
    private static final Set<String> EXPOSED =
            Set.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Retry-After");

    private CrossOrigin() {}

    static Handler allow(Handler handler) {
        CrossOriginHandler allowing = new CrossOriginHandler();
        allowing.setAllowedOriginPatterns(Set.of("*"));
        allowing.setAllowedMethods(METHODS);
        allowing.setAllowedHeaders(HEADERS);
        allowing.setExposedHeaders(EXPOSED);
        allowing.setHandler(handler);
        return allowing;
    }
}
