// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

/** What is measured in a Java process of its own. */
public enum ClientKind {
    /** This component. */
    COMPONENT(ComponentUploader::new),
    /** A bare loop over file regions. */
    BARE(BareUploader::new),
    /** The loop of the tutorials: read a part whole, send it, next. */
    NAIVE(NaiveLoop::new),
    /** camel-http in a route with split and aggregate. */
    CAMEL_HTTP(CamelHttpRoute::new),
    /** camel-aws2-s3, to an S3 service. */
    CAMEL_S3(CamelS3::new),
    /** The transfer manager of the AWS SDK, to an S3 service. */
    TRANSFER_MANAGER(TransferManager::new),
    /** No client at all: bytes from memory, as fast as they can be written. Shows what the sink can take. */
    RAW(RawWriter::new);

    private final Opening opening;

    ClientKind(Opening opening) {
        this.opening = opening;
    }

    Uploader open(Job job) throws Exception {
        return opening.open(job);
    }

    @FunctionalInterface
    private interface Opening {
        Uploader open(Job job) throws Exception;
    }
}
