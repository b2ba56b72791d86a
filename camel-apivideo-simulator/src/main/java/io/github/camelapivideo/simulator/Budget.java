// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

/** Which of the account's limits a request counts against. */
enum Budget {
    UPLOADS,
    WRITES,
    READS
}
