// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.benchmarks.sink.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The transfer manager of AWS, on its client in Java with Netty, with the sizes and numbers that it chooses. */
final class TransferManager implements Uploader {

    private final Job job;
    private final S3AsyncClient client;
    private final S3TransferManager manager;
    private final ExecutorService reading = Executors.newCachedThreadPool();

    TransferManager(Job job) throws IOException, GeneralSecurityException {
        this.job = job;
        NettyNioAsyncHttpClient.Builder http = NettyNioAsyncHttpClient.builder();
        if (job.trusted() != null) {
            http.tlsTrustManagersProvider(Tls.trustManagers(job.trusted())::getTrustManagers);
        }
        this.client = CamelS3.configure(S3AsyncClient.builder(), job)
                .multipartEnabled(true)
                .httpClientBuilder(http)
                .build();
        this.manager = S3TransferManager.builder().s3Client(client).build();
    }

    @Override
    public void upload(long length) throws Exception {
        if (job.body() == Job.Body.FILE) {
            manager.uploadFile(upload -> upload.source(job.video(length))
                            .putObjectRequest(put -> put.bucket(CamelS3.BUCKET).key(CamelS3.KEY)))
                    .completionFuture()
                    .get();
            return;
        }
        try (InputStream in = Bodies.stream(job, length)) {
            manager.upload(upload -> upload.requestBody(AsyncRequestBody.fromInputStream(in, null, reading))
                            .putObjectRequest(put -> put.bucket(CamelS3.BUCKET).key(CamelS3.KEY)))
                    .completionFuture()
                    .get();
        }
    }

    @Override
    public void close() {
        manager.close();
        client.close();
        reading.shutdown();
    }
}
