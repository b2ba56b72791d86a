// SPDX-License-Identifier: Apache-2.0
/**
 * Every fault at every moment with every kind of body: {@link io.github.camelapivideo.reliability.table.Mishap} says what
 * goes wrong and what has to come of it, {@link io.github.camelapivideo.reliability.table.Moment} when,
 * {@link io.github.camelapivideo.reliability.table.Body} with what. {@code ReliabilityTest} runs them all and writes what
 * happened into {@code docs/reliability.md}. Each case makes sure that its fault was met.
 */
package io.github.camelapivideo.reliability.table;
