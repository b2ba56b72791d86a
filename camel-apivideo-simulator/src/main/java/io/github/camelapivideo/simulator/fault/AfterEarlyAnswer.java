// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

/** What happens to the rest of the body and to the connection after an early answer. */
public enum AfterEarlyAnswer {

    /** The rest is read; then the connection is closed in order. */
    READ,

    /** The connection is reset. */
    RESET,

    /** The rest is not read; the connection stays open until the client or the simulator closes it. */
    STALL
}
