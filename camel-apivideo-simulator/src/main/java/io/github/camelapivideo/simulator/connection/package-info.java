// SPDX-License-Identifier: Apache-2.0
/**
 * Accepts, refuses and breaks TCP connections. Start with
 * {@link io.github.camelapivideo.simulator.connection.ConnectionGate}.
 */
package io.github.camelapivideo.simulator.connection;
