// SPDX-License-Identifier: Apache-2.0
/**
 * Accepts, refuses and breaks TCP connections. Start with
 * {@link io.github.camelapivideo.simulator.connection.ConnectionGate}.
 *
 * <p>May import Jetty and SLF4J.
 */
package io.github.camelapivideo.simulator.connection;
