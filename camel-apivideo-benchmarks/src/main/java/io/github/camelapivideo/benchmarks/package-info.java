// SPDX-License-Identifier: Apache-2.0
/**
 * How fast the component is, beside what people would use instead. Start with
 * {@link io.github.camelapivideo.benchmarks.Main}: {@code run} starts sinks ({@code sink}) and measured processes
 * ({@code client}) in races ({@code race}), and writes what came out ({@code report}).
 */
package io.github.camelapivideo.benchmarks;
