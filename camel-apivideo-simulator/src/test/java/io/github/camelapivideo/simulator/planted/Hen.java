// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.planted;

/** Breaks a rule on purpose: it and {@link Egg} use each other. */
record Hen(Egg from) {}
