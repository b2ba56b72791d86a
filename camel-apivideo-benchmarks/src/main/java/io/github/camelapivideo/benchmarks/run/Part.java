// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.report.Chapter;
import java.io.IOException;

/** One part of the benchmarks: measures, and tells what it found. */
interface Part {
    Chapter run(Bench bench) throws IOException, InterruptedException;
}
