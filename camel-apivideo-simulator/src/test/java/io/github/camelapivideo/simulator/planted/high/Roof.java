// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.planted.high;

import io.github.camelapivideo.simulator.planted.low.Ground;

/** Breaks a rule on purpose: its package and that of {@link Ground} use each other. */
public record Roof(Ground below) {}
