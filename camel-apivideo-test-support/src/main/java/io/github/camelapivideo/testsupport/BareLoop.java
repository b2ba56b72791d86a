// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.testsupport;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/**
 * The practical limit of an upload in Java: each lane copies file regions through one buffer into the request, over
 * connections that are kept. It cannot retry, resume, report or clean up. One lane is the calling thread.
 */
public final class BareLoop implements AutoCloseable {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final PlainHttp http;
    private final int lanes;
    private final ExecutorService threads;

    /** @param http closed by {@link #close()} */
    public BareLoop(PlainHttp http, int lanes) {
        this.http = http;
        this.lanes = lanes;
        this.threads = Executors.newFixedThreadPool(lanes);
    }

    /** Uploads a file into a new container and waits for the answers to all parts. */
    public void upload(Path video, long partSize) throws Exception {
        String videoId = http.create();
        AtomicInteger next = new AtomicInteger(1);
        try (FileChannel file = FileChannel.open(video)) {
            Callable<Void> lane = () -> sendParts(videoId, next, file, partSize);
            if (lanes == 1) {
                lane.call();
                return;
            }
            List<Future<Void>> running = new ArrayList<>();
            for (int number = 0; number < lanes; number++) {
                running.add(threads.submit(lane));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }

    private Void sendParts(String videoId, AtomicInteger next, FileChannel file, long partSize) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        long length = file.size();
        int total = (int) ((length - 1) / partSize + 1);
        for (int part = next.getAndIncrement(); part <= total; part = next.getAndIncrement()) {
            long from = (part - 1) * partSize;
            http.send(videoId, part, total, new Region(file, from, Math.min(partSize, length - from), buffer));
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
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
