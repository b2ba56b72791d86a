// SPDX-License-Identifier: Apache-2.0
/**
 * The page of the simulator, and the HTTP API behind it. Start with
 * {@link io.github.camelapivideo.simulator.console.Console}.
 *
 * <p>May import {@code api}, {@code fault}, {@code intake}, {@code store}, {@code answer}, {@code rule} and Jetty.
 */
package io.github.camelapivideo.simulator.console;
