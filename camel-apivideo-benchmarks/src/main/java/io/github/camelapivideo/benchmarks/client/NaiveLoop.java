// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.testsupport.PlainHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.hc.client5.http.entity.mime.ByteArrayBody;

/** What one writes after the tutorial: read a part into a byte array, send it, next. */
final class NaiveLoop implements Uploader {

    private final Job job;
    private final PlainHttp http;

    NaiveLoop(Job job) throws Exception {
        this.job = job;
        this.http = Connections.open(job);
    }

    @Override
    public void upload(long length) throws Exception {
        String videoId = http.create();
        try (InputStream in = Files.newInputStream(job.video(length))) {
            int total = job.parts(length);
            for (int part = 1; part <= total; part++) {
                byte[] bytes = in.readNBytes((int) job.partSize());
                http.send(videoId, part, total, new ByteArrayBody(bytes, "video.mp4"));
            }
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
