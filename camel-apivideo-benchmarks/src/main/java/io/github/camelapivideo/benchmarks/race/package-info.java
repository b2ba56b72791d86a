// SPDX-License-Identifier: Apache-2.0
/**
 * How clients are measured: processes, networks, races in rounds. Start with
 * {@link io.github.camelapivideo.benchmarks.race.Race}. Knows {@code client}, {@code sink} and {@code report}; the chapters in
 * {@code run} use it.
 */
package io.github.camelapivideo.benchmarks.race;
