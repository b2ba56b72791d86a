// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import java.net.URI;

/** The two addresses of the service, with their limits. */
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

    /** Returns the number of parts a minute that the service accepts from one account. */
    public int uploadsPerMinute() {
        return uploadsPerMinute;
    }
}
