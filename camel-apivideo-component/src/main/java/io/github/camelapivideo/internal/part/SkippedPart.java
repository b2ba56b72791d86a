// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

/** A part that is read away, because the service has it. */
public final class SkippedPart implements PartStore {

    private final byte[] room = new byte[64 * 1024];
    private long length;

    /** What is left of it: how long it was. */
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
