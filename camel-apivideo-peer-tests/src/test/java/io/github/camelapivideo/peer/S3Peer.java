// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 on loopback that keeps one bucket in memory. Who starts it stops it. */
final class S3Peer {

    private static final String BUCKET = "videos";
    private static final String IDENTITY = "camel";
    private static final String SECRET = "desert";

    private final BlobStoreContext store;
    private final S3Proxy server;
    private final S3Client client;

    /** @param front leads to the server; null if clients go there directly */
    private S3Peer(TcpFront front) throws Exception {
        store = ContextBuilder.newBuilder("transient-nio2")
                .credentials(IDENTITY, SECRET)
                .build(BlobStoreContext.class);
        server = S3Proxy.builder()
                .blobStore(store.getBlobStore())
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, IDENTITY, SECRET)
                .endpoint(URI.create("http://" + loopback() + ":0"))
                .build();
        server.start();
        if (front != null) {
            front.leadTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        }
        int port = front != null ? front.port() : server.getPort();
        client = client(URI.create("http://" + loopback() + ":" + port));
    }

    static S3Peer start() throws Exception {
        return behind(null);
    }

    /** One whose clients go through a front. */
    static S3Peer behind(TcpFront front) throws Exception {
        S3Peer peer = new S3Peer(front);
        peer.client.createBucket(bucket -> bucket.bucket(BUCKET));
        return peer;
    }

    private static String loopback() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    private static S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(IDENTITY, SECRET)))
                // The proxy does not know the checksums that the client adds by default.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    /** A client for the consumer, as the bean {@code s3}. */
    S3Client client() {
        return client;
    }

    /** A consumer of every object, which polls once. */
    String consumer(String options) {
        return "aws2-s3:" + BUCKET + "?amazonS3Client=#s3&deleteAfterRead=true&initialDelay=0&repeatCount=1&" + options;
    }

    void put(String key, TestVideo video) {
        client.putObject(object -> object.bucket(BUCKET).key(key), RequestBody.fromBytes(video.bytes()));
    }

    boolean has(String key) {
        return client.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .anyMatch(object -> object.key().equals(key));
    }

    void stop() throws Exception {
        client.close();
        server.stop();
        store.close();
    }
}
