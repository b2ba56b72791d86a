// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import java.net.URI;

/** The two places where the service runs, with their limits. */
public enum ServiceEnvironment {
    production("https://ws.api.video", 100),
    sandbox("https://sandbox.api.video", 40);

    private final URI baseUri;
    private final int uploadsPerMinute;

    ServiceEnvironment(String baseUri, int uploadsPerMinute) {
        this.baseUri = URI.create(baseUri);
        this.uploadsPerMinute = uploadsPerMinute;
    }

    URI baseUri() {
        return baseUri;
    }

    /** How many parts a minute the service takes from one account. */
    public int uploadsPerMinute() {
        return uploadsPerMinute;
    }
}
