// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.Video;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.SplittableRandom;
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

    /** As many bytes as wanted, one like no other. */
    private static final class Generated extends InputStream {
        private final SplittableRandom random = new SplittableRandom(42);
        private long left;

        Generated(long length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int size = (int) Math.min(left, length);
            // The same byte for a while is enough to tell blocks apart, and costs nothing.
            java.util.Arrays.fill(target, offset, offset + size, (byte) random.nextInt());
            left -= size;
            return size;
        }
    }
}
