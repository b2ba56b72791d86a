// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

/** The rate limits of the account. A video counts against the uploads, a small file against uploads and writes. */
public enum RateBudget {
    UPLOADS,
    WRITES,
    READS
}
