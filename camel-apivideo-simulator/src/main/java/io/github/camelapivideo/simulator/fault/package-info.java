// SPDX-License-Identifier: Apache-2.0
/**
 * Faults and the rules that choose the requests for them. Start with
 * {@link io.github.camelapivideo.simulator.fault.Faults}.
 *
 * <p>A new fault is one record beside those that disturb the same step, and one factory in
 * {@link io.github.camelapivideo.simulator.fault.Fault}. A fault of a new step is also one method of
 * {@link io.github.camelapivideo.simulator.fault.FaultEffect}, which the simulator then calls. The package
 * {@code injection} carries faults out. May import {@code api} and the JDK: nothing of HTTP.
 */
package io.github.camelapivideo.simulator.fault;
