// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection's bytes in clear. For one thread. */
public interface Wire extends Closeable {

    /** Reads some bytes; -1 at the end. */
    int read(ByteBuffer into) throws IOException;

    /** Writes all that remains. */
    void write(ByteBuffer bytes) throws IOException;

    /** Without TLS. */
    record Plain(SocketChannel channel) implements Wire {

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
