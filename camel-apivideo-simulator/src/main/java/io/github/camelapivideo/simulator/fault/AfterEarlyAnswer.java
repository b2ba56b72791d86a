// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

/** What becomes of the rest of a body, and of the connection, after an answer that did not wait for it. */
public enum AfterEarlyAnswer {

    /** The rest is read; then the connection is ended in order. */
    READ,

    /** The connection is reset. */
    RESET,

    /** The rest is not read, and the connection stays open until the client or the simulator goes. */
    STALL
}
