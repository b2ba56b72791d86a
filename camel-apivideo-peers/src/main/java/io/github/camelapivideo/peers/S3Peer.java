// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
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

/** An S3 server (S3Proxy) that keeps one bucket in memory. The caller closes it. */
public final class S3Peer implements Closeable {

    public static final String BUCKET = "videos";

    private static final String IDENTITY = "camel";
    private static final String SECRET = "desert";

    private final BlobStoreContext store;
    private final S3Proxy server;
    private final URI endpoint;
    private final S3Client client;

    private S3Peer(IntUnaryOperator front) throws Exception {
        store = ContextBuilder.newBuilder("transient-nio2")
                .credentials(IDENTITY, SECRET)
                .build(BlobStoreContext.class);
        server = S3Proxy.builder()
                .blobStore(store.getBlobStore())
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, IDENTITY, SECRET)
                .endpoint(loopback(0))
                .build();
        server.start();
        endpoint = loopback(front.applyAsInt(server.getPort()));
        client = client(endpoint);
        client.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    private static URI loopback(int port) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
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

    /** Starts a server with an empty bucket, {@link #BUCKET}. */
    public static S3Peer start() throws Exception {
        return start(IntUnaryOperator.identity());
    }

    /**
     * Starts a server that clients reach through another one on loopback.
     *
     * @param front takes the port of the server, and returns the port that clients use
     */
    public static S3Peer start(IntUnaryOperator front) throws Exception {
        return new S3Peer(front);
    }

    /** Returns a client of this server. It closes with the server. */
    public S3Client client() {
        return client;
    }

    public void put(String key, Map<String, String> metadata, RequestBody content) {
        client.putObject(object -> object.bucket(BUCKET).key(key).metadata(metadata), content);
    }

    /** Returns the keys of all objects. */
    public List<String> keys() {
        return client.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Returns the environment variables with which an AWS client of another process reaches this server. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                endpoint.toString(),
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
