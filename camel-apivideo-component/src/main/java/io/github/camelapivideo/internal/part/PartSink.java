// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** Takes the bytes of a part. For one thread. */
public interface PartSink {

    /** Returns the best number of bytes for one read and write, if the bytes are not in memory yet. */
    int copySize();

    /**
     * Takes some bytes.
     *
     * @throws IOException if the sink does not take the bytes
     */
    void write(byte[] bytes, int offset, int length) throws IOException;
}
