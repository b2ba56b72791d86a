// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.peers.S3Peer;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Request;

/** The bucket of an S3 server, and the server, which ends with it. */
record Bucket(S3Peer server) implements AutoCloseable {

    static Bucket start() throws Exception {
        return new Bucket(S3Peer.start());
    }

    /** A bucket that clients reach through the front. */
    static Bucket behind(TcpFront front) throws Exception {
        return new Bucket(S3Peer.start(port -> {
            front.leadTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return front.port();
        }));
    }

    /** Returns a client for the consumer, as the bean {@code s3}. */
    S3Client client() {
        return server.client();
    }

    /** Returns a client that counts the streams of objects that it has opened. */
    S3Client countingClient(AtomicInteger opened) {
        return new DelegatingS3Client(client()) {
            @Override
            protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
                R answer = operation.apply(request);
                if (request instanceof GetObjectRequest) {
                    opened.incrementAndGet();
                }
                return answer;
            }
        };
    }

    /** Returns the URI of an endpoint that consumes every object and polls once. */
    String consumer(String options) {
        return "aws2-s3:" + S3Peer.BUCKET + "?amazonS3Client=#s3&deleteAfterRead=true&initialDelay=0&repeatCount=1&"
                + options;
    }

    void put(String key, TestVideo video) {
        server.put(key, Map.of(), RequestBody.fromBytes(video.bytes()));
    }

    boolean has(String key) {
        return server.keys().contains(key);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
