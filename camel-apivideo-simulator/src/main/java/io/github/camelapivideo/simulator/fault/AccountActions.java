// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

/** What a fault can do to the account just before a request is processed, as another client of the account might. */
public interface AccountActions {

    /** Deletes the container that the request names, if it names one. */
    void deleteContainer();

    /** Expires all access tokens. */
    void expireTokens();
}
