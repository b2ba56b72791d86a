// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.planted;

/** Breaks a rule on purpose: it and {@link Hen} use each other. */
record Egg(Hen from) {}
