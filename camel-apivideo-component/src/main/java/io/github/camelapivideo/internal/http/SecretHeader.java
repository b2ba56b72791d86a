// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.text.Secret;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * A credential on its way through the HTTP client, which logs what it handles. Everybody reads {@code ***}; only
 * {@link WireConnection} puts the secret on the wire.
 */
final class SecretHeader extends BasicHeader {

    private final transient Secret secret;

    SecretHeader(String name, Secret secret) {
        super(name, secret.toString());
        this.secret = secret;
    }

    String revealed() {
        return secret.value();
    }
}
