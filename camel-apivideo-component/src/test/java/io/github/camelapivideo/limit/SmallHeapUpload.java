// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads a generated stream and prints its SHA-256; the program that {@link SmallHeapTest} starts. */
final class SmallHeapUpload {

    private SmallHeapUpload() {}

    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoConfiguration options =
                    context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setApiKey(arguments[1]);
            context.start();
            DigestInputStream stream =
                    new DigestInputStream(new Generated(Long.parseLong(arguments[2])), TestVideo.sha256Digest());
            Video video = context.createProducerTemplate()
                    .requestBody("apivideo:upload?partSize=5MiB&parallelism=" + arguments[3], stream, Video.class);
            System.out.println(video.videoId() + " "
                    + HexFormat.of().formatHex(stream.getMessageDigest().digest()));
        }
    }

    /** As many bytes as wanted: blocks of 4 KiB, each of one byte that its place decides. */
    static final class Generated extends InputStream {
        private static final int BLOCK = 4096;

        private final long length;
        private long position;

        Generated(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) {
            if (position == length) {
                return -1;
            }
            int size = (int) Math.min(wanted, Math.min(BLOCK - position % BLOCK, length - position));
            Arrays.fill(target, offset, offset + size, (byte) (position / BLOCK * 0x9E3779B1L >>> 16));
            position += size;
            return size;
        }
    }
}
