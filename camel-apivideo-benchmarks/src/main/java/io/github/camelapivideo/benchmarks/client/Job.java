// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a measured process has to do.
 *
 * @param client which one it is
 * @param service where the sink is
 * @param trusted the sink's certificate, in a key store; null without TLS
 * @param lanes how many parts at once; {@link #AUTO} lets the component choose
 * @param partSize in bytes; 0 lets the component choose
 * @param body what is uploaded
 * @param videos where the files to upload are; null if the bytes are made up
 * @param uploads how long each is, one after another, in bytes
 * @param bufferMemory an option of the component; null for its default
 * @param conscrypt true if Conscrypt's TLS takes the place of the JDK's
 */
public record Job(
        ClientKind client,
        URI service,
        Path trusted,
        int lanes,
        long partSize,
        Body body,
        Path videos,
        List<Long> uploads,
        String bufferMemory,
        boolean conscrypt) {

    /** A job with the TLS of the JDK. */
    public Job(
            ClientKind client,
            URI service,
            Path trusted,
            int lanes,
            long partSize,
            Body body,
            Path videos,
            List<Long> uploads,
            String bufferMemory) {
        this(client, service, trusted, lanes, partSize, body, videos, uploads, bufferMemory, false);
    }

    /** The same with Conscrypt's TLS. */
    public Job withConscrypt() {
        return new Job(client, service, trusted, lanes, partSize, body, videos, uploads, bufferMemory, true);
    }

    /** The number of lanes is the component's choice. */
    public static final int AUTO = 0;

    /** The file of this length. */
    public Path video(long length) {
        return videos.resolve("video-" + length + ".bin");
    }

    /** In how many parts a video of this length is sent. */
    int parts(long length) {
        return (int) ((length - 1) / partSize + 1);
    }

    /** What an upload is made of. */
    public enum Body {
        /** A file. */
        FILE,
        /** A stream, and a header that tells how long it is. */
        KNOWN,
        /** A stream of which nothing is known. */
        UNKNOWN
    }
}
