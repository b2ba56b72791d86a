// SPDX-License-Identifier: Apache-2.0
/**
 * The simulator as a program. Start with {@link io.github.camelapivideo.simulator.cli.Main}.
 *
 * <p>May import the root, {@code api}, {@code fault}, {@code rule} and picocli.
 */
package io.github.camelapivideo.simulator.cli;
