// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** The bytes of a part that was read in two pieces. */
public record JoinedContent(PartContent first, PartContent second) implements PartContent {

    @Override
    public long length() {
        return first.length() + second.length();
    }

    @Override
    public boolean last() {
        return second.last();
    }

    @Override
    public SourceException cutShort() {
        return second.cutShort();
    }

    @Override
    public void writeTo(PartSink sink) throws IOException {
        first.writeTo(sink);
        second.writeTo(sink);
    }

    @Override
    public void release() {
        first.release();
        second.release();
    }
}
