// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import io.github.camelapivideo.simulator.api.RateLimits;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The command line options for rate limits. */
final class LimitOptions {

    /** The presets, named as they are typed. */
    private enum Preset {
        none(RateLimits::none),
        sandbox(RateLimits::sandbox),
        production(RateLimits::production);

        private final Supplier<RateLimits> limits;

        Preset(Supplier<RateLimits> limits) {
            this.limits = limits;
        }
    }

    @Option(names = "--limits", description = "The rate limits: ${COMPLETION-CANDIDATES}.", defaultValue = "none")
    private Preset preset;

    @Option(names = "--uploads-per-minute", description = "Overrides --limits.")
    private Integer uploads;

    @Option(names = "--writes-per-minute", description = "Overrides --limits.")
    private Integer writes;

    @Option(names = "--reads-per-minute", description = "Overrides --limits.")
    private Integer reads;

    RateLimits rateLimits() {
        RateLimits limits = preset.limits.get();
        if (uploads == null && writes == null && reads == null) {
            return limits;
        }
        return RateLimits.of(
                uploads == null ? limits.uploads() : uploads,
                writes == null ? limits.writes() : writes,
                reads == null ? limits.reads() : reads,
                limits.window());
    }
}
