// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/**
 * The practical limit in Java: file regions copied through one buffer for each lane into the request, over connections
 * that are kept. It cannot retry, resume, report or clean up.
 */
final class BareLoop implements Uploader {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final Job job;
    private final PlainHttp http;
    private final ExecutorService lanes;

    BareLoop(Job job) throws Exception {
        this.job = job;
        this.http = new PlainHttp(job);
        this.lanes = Executors.newFixedThreadPool(job.lanes());
    }

    @Override
    public void upload(long length) throws Exception {
        String videoId = http.create();
        AtomicInteger next = new AtomicInteger(1);
        try (FileChannel file = FileChannel.open(job.video(length), StandardOpenOption.READ)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < job.lanes(); lane++) {
                running.add(lanes.submit(() -> sendParts(videoId, next, file, length)));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        }
    }

    private Void sendParts(String videoId, AtomicInteger next, FileChannel file, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        int total = job.parts(length);
        for (int part = next.getAndIncrement(); part <= total; part = next.getAndIncrement()) {
            Region region = new Region(file, (part - 1) * job.partSize(), job.partLength(part, length), buffer);
            http.send(videoId, part, total, region);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lanes.shutdown();
        http.close();
    }

    private static final class Region extends AbstractContentBody {
        private final FileChannel file;
        private final long from;
        private final long length;
        private final ByteBuffer buffer;

        Region(FileChannel file, long from, long length, ByteBuffer buffer) {
            super(ContentType.APPLICATION_OCTET_STREAM);
            this.file = file;
            this.from = from;
            this.length = length;
            this.buffer = buffer;
        }

        @Override
        public String getFilename() {
            return "video.mp4";
        }

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (long at = from; at < from + length; at += buffer.position()) {
                buffer.clear().limit((int) Math.min(BUFFER_SIZE, from + length - at));
                if (file.read(buffer, at) < 0) {
                    throw new EOFException("the file is too short");
                }
                out.write(buffer.array(), 0, buffer.position());
            }
        }
    }
}
