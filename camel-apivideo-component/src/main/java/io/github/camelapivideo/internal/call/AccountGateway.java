// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

/**
 * The way from one account to the service. Thread-safe.
 *
 * @param gate limits the rate of the account's requests
 * @param credentials null if only an upload token is set, which opens nothing but its own route
 */
public record AccountGateway(Transport transport, RequestGate gate, Credentials credentials) {

    /** Returns true if an account is set, false if only an upload token is. */
    public boolean isAccount() {
        return credentials != null;
    }

    /** Returns the credentials for a request; none if its upload token opens the route. */
    Credentials credentialsFor(ApiRequest request) {
        return request.delegated() ? Credentials.NONE : credentials;
    }
}
