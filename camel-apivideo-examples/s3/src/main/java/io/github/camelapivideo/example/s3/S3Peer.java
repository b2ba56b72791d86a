// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.s3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 on loopback that keeps one bucket in memory. Who starts it closes it. */
final class S3Peer implements AutoCloseable {

    private static final String BUCKET = "videos";
    private static final String IDENTITY = "camel";
    private static final String SECRET = "desert";

    private final BlobStoreContext store;
    private final S3Proxy server;
    private final S3Client client;

    private S3Peer() throws Exception {
        store = ContextBuilder.newBuilder("transient-nio2")
                .credentials(IDENTITY, SECRET)
                .build(BlobStoreContext.class);
        server = S3Proxy.builder()
                .blobStore(store.getBlobStore())
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, IDENTITY, SECRET)
                .endpoint(endpoint(0))
                .build();
        server.start();
        client = S3Client.builder()
                .endpointOverride(endpoint(server.getPort()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(IDENTITY, SECRET)))
                // The proxy does not know the checksums that the client adds by default.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    static S3Peer start() throws Exception {
        S3Peer peer = new S3Peer();
        peer.client.createBucket(bucket -> bucket.bucket(BUCKET));
        return peer;
    }

    private static URI endpoint(int port) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
    }

    /** A client that reaches it. */
    S3Client client() {
        return client;
    }

    void put(String key, Map<String, String> metadata, RequestBody content) {
        client.putObject(object -> object.bucket(BUCKET).key(key).metadata(metadata), content);
    }

    /** The keys of all objects. */
    List<String> keys() {
        return client.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** What a process of its own has to know, as the variables of the AWS clients. */
    Map<String, String> environment() {
        return Map.of(
                "S3_BUCKET",
                BUCKET,
                "AWS_ENDPOINT_URL_S3",
                endpoint(server.getPort()).toString(),
                "AWS_REGION",
                Region.US_EAST_1.id(),
                "AWS_ACCESS_KEY_ID",
                IDENTITY,
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_REQUEST_CHECKSUM_CALCULATION",
                "when_required",
                "AWS_RESPONSE_CHECKSUM_VALIDATION",
                "when_required");
    }

    @Override
    public void close() throws IOException {
        client.close();
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException("The S3 server does not stop", e);
        } finally {
            store.close();
        }
    }
}
