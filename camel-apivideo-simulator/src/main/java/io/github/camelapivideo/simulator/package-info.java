// SPDX-License-Identifier: Apache-2.0
/**
 * An api.video on loopback that holds to the service's contract: for tests, demonstrations and work without a network.
 *
 * <p>Start with {@link io.github.camelapivideo.simulator.ApiVideoSimulator}. Written from the contract; knows nothing
 * of the component.
 */
package io.github.camelapivideo.simulator;
