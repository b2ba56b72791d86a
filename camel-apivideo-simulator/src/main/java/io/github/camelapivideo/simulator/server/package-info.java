// SPDX-License-Identifier: Apache-2.0
/**
 * Listens on loopback and takes each request from its first byte to its answer. Start with
 * {@link io.github.camelapivideo.simulator.server.SimulatorHandler}.
 *
 * <p>May import all packages but {@code cli} and the root, Jetty and SLF4J.
 */
package io.github.camelapivideo.simulator.server;
