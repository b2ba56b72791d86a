// SPDX-License-Identifier: Apache-2.0
/**
 * An api.video on loopback that holds to the service's contract: for tests, demonstrations and work without a network.
 *
 * <p>Start with {@link io.github.camelapivideo.simulator.ApiVideoSimulator}; to read on, follow a request through
 * {@code SimulatorHandler} and {@code Routes} to the calls, and an upload from there through {@code ContentRange} into
 * {@code Source}. Written from the contract: it knows nothing of the component and must not import it. It uses Jetty for
 * HTTP and forms, Jackson for JSON and picocli for the command line.
 */
package io.github.camelapivideo.simulator;
