// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

/**
 * The service as one account reaches it. Thread-safe.
 *
 * @param gate lets its requests go
 * @param credentials null if there is only an upload token, which opens nothing but its own route
 */
public record AccountGateway(Transport transport, RequestGate gate, Credentials credentials) {

    /** Returns whether there is an account, and not only an upload token. */
    public boolean isAccount() {
        return credentials != null;
    }

    /** Returns what a request needs before it is sent. */
    Credentials credentialsFor(ApiRequest request) {
        return request.uploadToken() == null ? credentials : Credentials.NONE;
    }
}
