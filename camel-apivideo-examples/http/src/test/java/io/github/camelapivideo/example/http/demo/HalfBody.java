// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CountDownLatch;

/** A request body whose second half waits until the test releases it. */
final class HalfBody extends InputStream {

    private final InputStream bytes;
    private final int length;
    private final CountDownLatch rest = new CountDownLatch(1);

    HalfBody(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.length = bytes.length;
    }

    BodyPublisher publisher() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> this), length);
    }

    void letGo() {
        rest.countDown();
    }

    @Override
    public int read() throws IOException {
        waitAtTheHalf();
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        waitAtTheHalf();
        return bytes.read(target, offset, wanted);
    }

    private void waitAtTheHalf() throws IOException {
        try {
            if (bytes.available() <= length / 2) {
                rest.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
