// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

/** Reads a part without keeping its bytes, because the service has the part. For one thread. */
public final class SkippedPart implements PartStore {

    private final byte[] room = new byte[64 * 1024];
    private long length;

    /** The length of a skipped part, without its bytes. */
    public record Passed(long length, boolean last) implements PartContent {
        @Override
        public void writeTo(PartSink sink) {
            throw new IllegalStateException("The part was read away");
        }
    }

    @Override
    public byte[] room() {
        return room;
    }

    @Override
    public void filled(int size) {
        length += size;
    }

    @Override
    public PartContent content(boolean last) {
        return new Passed(length, last);
    }

    @Override
    public void discard() {
        // Nothing was kept.
    }
}
