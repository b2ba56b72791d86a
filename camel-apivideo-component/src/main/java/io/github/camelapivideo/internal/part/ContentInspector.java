// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Port: looks at how a source begins, before anything of it is sent. */
@FunctionalInterface
public interface ContentInspector {

    /** How many bytes it sees at most. */
    int BYTES = 64 * 1024;

    /** Lets every source pass. */
    ContentInspector NONE = beginning -> {};

    /**
     * Looks at the first bytes of a source.
     *
     * @param beginning the first {@link #BYTES} bytes, or all if there are fewer
     * @throws IllegalArgumentException if the source is not to be sent
     */
    void inspect(byte[] beginning);

    /** Takes the first bytes of a part, and then no more. */
    final class FirstBytes implements PartSink {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private FirstBytes() {}

        /** Ends the writing of a part of which enough was seen. */
        private static final class Enough extends IOException {
            Enough() {
                super("enough");
            }
        }

        /**
         * Shows an inspector how a part begins.
         *
         * @return why the part cannot be sent: the inspector refuses it, or it cannot be read; null if it can
         */
        public static Exception inspected(PartContent content, ContentInspector inspector) {
            if (inspector == ContentInspector.NONE) {
                return null;
            }
            try {
                inspector.inspect(of(content));
                return null;
            } catch (IOException | RuntimeException e) {
                return e;
            }
        }

        private static byte[] of(PartContent content) throws IOException {
            FirstBytes beginning = new FirstBytes();
            try {
                content.writeTo(beginning);
            } catch (Enough e) {
                return beginning.bytes.toByteArray();
            }
            return beginning.bytes.toByteArray();
        }

        @Override
        public int copySize() {
            return ContentInspector.BYTES;
        }

        @Override
        public void write(byte[] chunk, int offset, int length) throws IOException {
            bytes.write(chunk, offset, Math.min(length, ContentInspector.BYTES - bytes.size()));
            if (bytes.size() == ContentInspector.BYTES) {
                throw new Enough();
            }
        }
    }
}
