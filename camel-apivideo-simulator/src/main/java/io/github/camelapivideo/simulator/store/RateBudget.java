// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

/** Which of the account's limits a request counts against. */
public enum RateBudget {
    UPLOADS,
    WRITES,
    READS
}
