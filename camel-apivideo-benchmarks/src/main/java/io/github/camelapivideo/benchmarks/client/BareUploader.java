// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.testsupport.BareLoop;
import java.io.IOException;

/** The practical limit in Java: the bare loop of the tests. */
final class BareUploader implements Uploader {

    private final Job job;
    private final BareLoop loop;

    BareUploader(Job job) throws Exception {
        this.job = job;
        this.loop = new BareLoop(Connections.open(job), job.lanes());
    }

    @Override
    public void upload(long length) throws Exception {
        loop.upload(job.video(length), job.partSize());
    }

    @Override
    public void close() throws IOException {
        loop.close();
    }
}
