// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

/** The rate limits of the account. A request counts against one of them. */
public enum RateBudget {
    UPLOADS,
    WRITES,
    READS
}
