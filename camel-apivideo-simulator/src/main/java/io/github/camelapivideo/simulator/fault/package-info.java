// SPDX-License-Identifier: Apache-2.0
/**
 * What can go wrong on purpose: start with {@link io.github.camelapivideo.simulator.fault.Faults}. A new kind of fault is
 * one more record, beside those that step in at the same place, and one more factory in
 * {@link io.github.camelapivideo.simulator.fault.Fault}; one that steps in at a new place is also one more question there,
 * which the simulator then asks. Knows nothing of HTTP servers.
 */
package io.github.camelapivideo.simulator.fault;
