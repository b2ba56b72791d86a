// SPDX-License-Identifier: Apache-2.0
/**
 * Faults as they are typed, for the program and for the page. Start with
 * {@link io.github.camelapivideo.simulator.rule.FaultRule}.
 *
 * <p>May import {@code api}, {@code fault}, {@code answer} and Jackson.
 */
package io.github.camelapivideo.simulator.rule;
