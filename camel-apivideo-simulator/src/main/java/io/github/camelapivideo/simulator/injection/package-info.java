// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out faults on the wire and in the account. Start with
 * {@link io.github.camelapivideo.simulator.injection.FaultInjection}.
 *
 * <p>May import {@code connection}, {@code fault}, {@code intake}, {@code store}, {@code answer}, Jetty and
 * Jackson.
 */
package io.github.camelapivideo.simulator.injection;
