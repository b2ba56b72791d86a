// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

/** What is known of an event. */
public enum Claim {
    /** It is new, and the caller has to end its work with {@code done} or {@code failed}. */
    fresh,
    /** It is being worked on, in this process or on another node. */
    inFlight,
    /** The work on it was done before. */
    known
}
