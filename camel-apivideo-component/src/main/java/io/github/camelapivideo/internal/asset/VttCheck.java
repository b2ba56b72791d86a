// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import io.github.camelapivideo.internal.part.ContentInspector.FirstBytes;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a file that no player shows: one that does not begin like WebVTT, or is not UTF-8. The service accepts such a
 * file. For one thread.
 */
final class VttCheck implements PartSink {

    private static final int SIZE = 16 * 1024;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer characters = CharBuffer.allocate(SIZE);
    private final String origin;

    // The bytes of a character that is not complete yet
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private VttCheck(String origin) {
        this.origin = origin;
    }

    /** @param origin the beginning of a sentence in messages */
    static void check(String origin, PartContent content) throws IOException {
        if (!AssetFormat.VTT.begins(FirstBytes.of(content))) {
            throw new IllegalArgumentException(
                    origin + " is no WebVTT file: it must begin with a line that is WEBVTT, or WEBVTT and a space");
        }
        VttCheck check = new VttCheck(origin);
        content.writeTo(check);
        check.decode(check.rest, true);
    }

    @Override
    public int copySize() {
        return SIZE;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length)
                .put(rest)
                .put(bytes, offset, length)
                .flip();
        decode(all, false);
        rest = all.slice();
    }

    private void decode(ByteBuffer bytes, boolean end) {
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(bytes, characters.clear(), end);
        }
        if (result.isError()) {
            throw new IllegalArgumentException(
                    origin + " is not UTF-8, which the text of captions and chapters must be");
        }
    }
}
