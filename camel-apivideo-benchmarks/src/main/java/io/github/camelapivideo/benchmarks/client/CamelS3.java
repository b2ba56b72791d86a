// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.benchmarks.sink.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.apache.camel.impl.DefaultCamelContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;

/** Camel's component for S3: a file in its multipart mode, a stream in its streaming mode. */
final class CamelS3 implements Uploader {

    static final String BUCKET = "bucket";
    static final String KEY = "video.mp4";

    private final Job job;
    private final S3Client client;
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    CamelS3(Job job) throws IOException, GeneralSecurityException {
        this.job = job;
        ApacheHttpClient.Builder http = ApacheHttpClient.builder();
        if (job.trusted() != null) {
            http.tlsTrustManagersProvider(Tls.trustManagers(job.trusted())::getTrustManagers);
        }
        this.client = configure(S3Client.builder(), job).httpClientBuilder(http).build();
        context.getRegistry().bind("s3", client);
        context.start();
        this.template = context.createProducerTemplate();
    }

    /** What every client of the sink's S3 has. Checksums, which api.video does not know, are switched off. */
    static <B extends S3BaseClientBuilder<B, C>, C> B configure(B builder, Job job) {
        return builder.endpointOverride(job.service())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    }

    @Override
    public void upload(long length) throws Exception {
        String mode = job.body() == Job.Body.FILE
                ? "multiPartUpload=true&partSize=" + job.partSize()
                : "streamingUploadMode=true&batchMessageNumber=1&keyName=" + KEY + "&batchSize=" + job.partSize()
                        + "&bufferSize=" + job.partSize();
        ComponentUploader.check(template.request("aws2-s3:" + BUCKET + "?amazonS3Client=#s3&" + mode, exchange -> {
            exchange.getMessage().setHeader(AWS2S3Constants.KEY, KEY);
            exchange.getMessage()
                    .setBody(job.body() == Job.Body.FILE ? job.video(length).toFile() : Bodies.stream(job, length));
        }));
    }

    @Override
    public void close() {
        context.stop();
        client.close();
    }
}
