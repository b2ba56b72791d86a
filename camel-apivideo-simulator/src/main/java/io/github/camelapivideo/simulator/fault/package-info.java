// SPDX-License-Identifier: Apache-2.0
/** What can go wrong on purpose: start with {@link io.github.camelapivideo.simulator.fault.Faults}. */
package io.github.camelapivideo.simulator.fault;
