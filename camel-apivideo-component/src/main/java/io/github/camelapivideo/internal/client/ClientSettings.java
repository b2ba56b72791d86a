// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.option.Options;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of a client. Endpoints with equal settings share a client. Immutable.
 *
 * @param http endpoint options of camel-http
 */
public record ClientSettings(Account account, Map<String, Object> http, HttpTimeouts timeouts) {

    public ClientSettings {
        http = Collections.unmodifiableMap(new HashMap<>(http));
    }

    public static ClientSettings of(Options options) {
        return new ClientSettings(Account.of(options), options.group("http"), HttpTimeouts.of(options));
    }
}
