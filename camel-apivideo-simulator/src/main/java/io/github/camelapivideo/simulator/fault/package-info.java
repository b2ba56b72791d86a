// SPDX-License-Identifier: Apache-2.0
/**
 * What can go wrong on purpose: start with {@link io.github.camelapivideo.simulator.fault.Faults}. A new kind of fault is
 * one more record and factory in {@link io.github.camelapivideo.simulator.fault.Fault}; a fault that steps in at a new
 * place is also one more question there, which the simulator then asks. Knows nothing of HTTP servers.
 */
package io.github.camelapivideo.simulator.fault;
