// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.support;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small files beside a video: images that begin like images, and texts in the VTT format. */
public final class SmallFiles {

    private SmallFiles() {}

    public static byte[] png(int size) {
        return image("\u0089PNG\r\n\u001a\n", size);
    }

    public static byte[] jpg(int size) {
        return image("\u00ff\u00d8\u00ff\u00e0", size);
    }

    public static byte[] webp(int size) {
        return image("RIFF\0\0\0\0WEBPVP8 ", size);
    }

    private static byte[] image(String beginning, int size) {
        byte[] first = beginning.getBytes(StandardCharsets.ISO_8859_1);
        byte[] image = Arrays.copyOf(first, size);
        for (int place = first.length; place < size; place++) {
            image[place] = (byte) (place * 31);
        }
        return image;
    }

    public static byte[] vtt(String text) {
        return ("WEBVTT\n\n00:00.000 --> 00:02.000\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
