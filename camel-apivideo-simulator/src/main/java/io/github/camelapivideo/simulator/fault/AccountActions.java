// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

/** What a fault may do to the account, as if somebody else did, just before a request is judged. */
public interface AccountActions {

    /** Deletes the container that the request names, if it names one. */
    void deleteContainer();

    /** Ends the life of all access tokens. */
    void expireTokens();
}
