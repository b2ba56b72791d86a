// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** Where the bytes of a part go. For one thread. */
public interface PartSink {

    /** How many bytes are best read and written at once, where they are not in memory yet. */
    int copySize();

    /** @throws IOException if it does not take them */
    void write(byte[] bytes, int offset, int length) throws IOException;
}
