// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.util.ArrayList;
import java.util.List;

/** One upload after another. */
final class Uploads {

    private Uploads() {}

    static List<Sample> run(Job job, Probe probe) throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (Uploader uploader = job.client().open(job)) {
            for (long length : job.uploads()) {
                probe.begin();
                uploader.upload(length);
                samples.add(probe.end(length));
            }
        }
        return samples;
    }
}
