// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.bandwidth.Bandwidth;

/**
 * The way from one account to the service. Thread-safe.
 *
 * @param environment {@code production}, {@code sandbox}, or the host of another service
 * @param gate limits the rate of the account's requests
 * @param credentials null if only an upload token is set, which opens nothing but its own route
 * @param limit limits the bytes a second of the uploads that use this way; null for no limit
 */
public record AccountGateway(
        String environment, Transport transport, RequestGate gate, Credentials credentials, Bandwidth limit) {

    public AccountGateway(String environment, Transport transport, RequestGate gate, Credentials credentials) {
        this(environment, transport, gate, credentials, null);
    }

    /** Returns the same way with a limit for uploads; null for none. */
    public AccountGateway limitedTo(Bandwidth other) {
        return new AccountGateway(environment, transport, gate, credentials, other);
    }

    /** Returns the same way with another transport. */
    public AccountGateway through(Transport other) {
        return new AccountGateway(environment, other, gate, credentials, limit);
    }

    /** Returns true if an account is set, false if only an upload token is. */
    public boolean isAccount() {
        return credentials != null;
    }

    /** Returns an object that all gateways of the account have in common, compared by identity. */
    public Object identity() {
        // Upload tokens can be of any account, and need no gate.
        return isAccount() ? gate : transport;
    }

    /** Returns the credentials for a request; none if its upload token opens the route. */
    Credentials credentialsFor(ApiRequest request) {
        return request.delegated() ? Credentials.NONE : credentials;
    }
}
