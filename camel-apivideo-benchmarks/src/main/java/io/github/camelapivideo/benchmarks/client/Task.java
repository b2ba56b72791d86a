// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

/** What a measured process does with its job, and tells as JSON. */
public enum Task {
    /** One upload after another; a sample for each. */
    UPLOADS(Uploads::run),
    /** All at once; one sample. */
    TOGETHER(Together::run);

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
