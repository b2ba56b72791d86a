// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;

/** The access ended while a request was under way, or who fetched it gave up: get ready, and make the request again. */
public final class AccessLost extends RuntimeException {

    private final transient ApiVideoException reason;

    /** @param reason what to say if it is lost again and again */
    public AccessLost(ApiVideoException reason) {
        super(reason);
        this.reason = reason;
    }

    ApiVideoException reason() {
        return reason;
    }
}
