// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client is made for: endpoints that agree in it share one. Immutable.
 *
 * @param http endpoint options of camel-http
 */
record ClientSettings(Account account, Map<String, Object> http, HttpTimeouts timeouts) {

    ClientSettings {
        http = Collections.unmodifiableMap(new HashMap<>(http));
    }

    static ClientSettings of(ApiVideoConfiguration options) {
        return new ClientSettings(Account.of(options), options.getHttp(), HttpTimeouts.of(options));
    }
}
