// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** Takes the bytes of one part off a stream. For one thread, and for one part. */
public interface PartStore {

    /** Where the next bytes are to be put, from its beginning; not empty. */
    byte[] room();

    /** So many bytes have been put there. */
    void filled(int size) throws IOException;

    /** The part; nothing is put there any more. */
    PartContent content(boolean last);

    /** Gives everything back: there will be no part. */
    void discard();
}
