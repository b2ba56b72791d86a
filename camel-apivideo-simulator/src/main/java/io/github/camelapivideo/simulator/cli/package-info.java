// SPDX-License-Identifier: Apache-2.0
/**
 * The simulator as a program. Start with {@link io.github.camelapivideo.simulator.cli.Main}.
 */
package io.github.camelapivideo.simulator.cli;
