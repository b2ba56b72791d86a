// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out faults on the wire and in the account. Start with
 * {@link io.github.camelapivideo.simulator.injection.FaultInjection}.
 */
package io.github.camelapivideo.simulator.injection;
