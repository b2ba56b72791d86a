// SPDX-License-Identifier: Apache-2.0
/**
 * An api.video on loopback that holds to the service's contract: for tests, demonstrations and work without a network.
 *
 * <p>Start with {@link io.github.camelapivideo.simulator.ApiVideoSimulator}. To read on, follow a request through
 * {@code server.SimulatorHandler} and {@code route.RouteTable} to its handler, and an upload from there into
 * {@code intake.VideoSource}. The simulator is written from the contract: it knows nothing of the component and must not
 * import it. It uses Jetty for HTTP and forms, Jackson for JSON and picocli for the command line.
 */
package io.github.camelapivideo.simulator;
