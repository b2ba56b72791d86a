// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.planted.low;

import io.github.camelapivideo.simulator.planted.high.Roof;

/** Breaks a rule on purpose: its package and that of {@link Roof} use each other. */
public record Ground(Roof above) {}
