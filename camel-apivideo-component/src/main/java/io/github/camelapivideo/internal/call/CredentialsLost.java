// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;

/** The access ended while a request was under way, or who fetched it gave up: get ready, and make the request again. */
public final class CredentialsLost extends RuntimeException {

    private final transient ApiVideoException reason;

    /** @param reason what to say if it is lost again and again */
    public CredentialsLost(ApiVideoException reason) {
        super(reason);
        this.reason = reason;
    }

    ApiVideoException reason() {
        return reason;
    }
}
