// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

/** What a measured process does with its job, and tells as JSON. */
public enum Task {
    /** One upload after another; a sample for each. */
    UPLOADS(job -> Uploads.run(job, new Probe())),
    /** The same, while garbage is collected again and again: for what is left after it. */
    UPLOADS_WEIGHED(job -> Uploads.run(job, Probe.weighing())),
    /** All at once; one sample. */
    TOGETHER(job -> Together.run(job, new Probe())),
    /** The same, while garbage is collected again and again. */
    TOGETHER_WEIGHED(job -> Together.run(job, Probe.weighing())),
    /** One upload after another from a slow stream; the times of each. */
    SLOW_SOURCE(SlowSource::run),
    /** One upload; how it ended. */
    TRUST(Trust::run);

    private final Running running;

    Task(Running running) {
        this.running = running;
    }

    Object run(Job job) throws Exception {
        return running.run(job);
    }

    @FunctionalInterface
    private interface Running {
        Object run(Job job) throws Exception;
    }
}
