// SPDX-License-Identifier: Apache-2.0
/**
 * An api.video on loopback that holds to the service's contract: for tests, demonstrations and work without a network.
 *
 * <p>Start with {@link io.github.camelapivideo.simulator.ApiVideoSimulator}. To read on, follow a request through
 * {@code server.SimulatorHandler} and {@code route.RouteTable} to its handler, and an upload from there into
 * {@code intake.VideoSource}. The simulator is written from the contract: it knows nothing of the component. It uses
 * Jetty for HTTP and forms, Jackson for JSON and picocli for the command line.
 *
 * <p>May import all packages below but {@code cli}, and JUnit, but not the component. {@code ArchitectureTest} proves
 * what each package imports.
 */
package io.github.camelapivideo.simulator;
