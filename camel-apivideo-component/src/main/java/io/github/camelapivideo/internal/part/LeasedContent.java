// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** The bytes of a part in leased memory. The release also gives the lease back. */
public record LeasedContent(PartContent content, PartBuffers.Lease lease) implements PartContent {

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public boolean last() {
        return content.last();
    }

    @Override
    public String origin() {
        return content.origin();
    }

    @Override
    public void writeTo(PartSink sink) throws IOException {
        content.writeTo(sink);
    }

    @Override
    public void release() {
        content.release();
        lease.close();
    }
}
