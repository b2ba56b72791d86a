// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client is made for: endpoints that agree in it share one. Immutable.
 *
 * @param http endpoint options of camel-http
 * @param stallTimeout for how long a request may move nothing; zero for ever
 */
record ClientSettings(Account account, Map<String, Object> http, Duration stallTimeout) {

    ClientSettings {
        http = Collections.unmodifiableMap(new HashMap<>(http));
    }

    static ClientSettings of(ApiVideoConfiguration options) {
        return new ClientSettings(Account.of(options), options.getHttp(), Duration.ofMillis(options.getStallTimeout()));
    }
}
