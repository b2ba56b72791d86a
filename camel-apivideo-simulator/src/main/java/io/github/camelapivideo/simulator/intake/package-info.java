// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the bodies of requests and collects what has arrived of each video, by the rules of the contract. Start with
 * {@link io.github.camelapivideo.simulator.intake.Call}, then follow an upload into
 * {@link io.github.camelapivideo.simulator.intake.VideoSource}.
 *
 * <p>May import {@code problem}, Jetty, Jackson and SLF4J.
 */
package io.github.camelapivideo.simulator.intake;
