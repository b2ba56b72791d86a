// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** All uploads at once through one component: one sample for all. Some go before, one by one, to warm up. */
final class Together {

    private static final int WARM_UPS = 100;
    private static final long WARM_UP_LENGTH = 1024 * 1024;

    private Together() {}

    static List<Sample> run(Job job, Probe probe) throws Exception {
        try (ComponentUploader uploader = new ComponentUploader(job)) {
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                uploader.upload(WARM_UP_LENGTH);
            }
            probe.begin();
            List<CompletableFuture<Exchange>> running = new ArrayList<>();
            for (long length : job.uploads()) {
                running.add(uploader.begin(length));
            }
            for (CompletableFuture<Exchange> upload : running) {
                ComponentUploader.check(upload.get());
            }
            return List.of(
                    probe.end(job.uploads().stream().mapToLong(Long::longValue).sum()));
        }
    }
}
