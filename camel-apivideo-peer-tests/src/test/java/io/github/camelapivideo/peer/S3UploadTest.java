// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import org.apache.camel.StreamCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.ResponseInputStream;

/** A bucket: the object as the client's stream, as a stream that Camel has cached, and as the bytes that Camel reads beforehand. */
class S3UploadTest {

    private static final String STREAMED = "includeBody=false";
    private static final String READ = "includeBody=true";
    private static final String KEY = "film.mp4";

    private Bucket bucket;

    @BeforeEach
    void start() throws Exception {
        bucket = Bucket.start();
    }

    @AfterEach
    void stop() throws Exception {
        bucket.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void uploadsAStreamedObjectWithoutItsLengthAndDeletesItAfterwards(Case upload) throws Exception {
        try (UploadRoute route = put(upload.video()).from(bucket.consumer(STREAMED), upload.parallelism())) {
            route.assertUploads(upload.video(), Length.UNKNOWN, upload.parallelism());
            route.assertGave(ResponseInputStream.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void uploadsACachedObjectWithoutItsLengthAndDeletesItAfterwards(Case upload) throws Exception {
        try (UploadRoute route =
                put(upload.video()).withStreamCaching().from(bucket.consumer(STREAMED), upload.parallelism())) {
            route.assertUploads(upload.video(), Length.UNKNOWN, upload.parallelism());
            route.assertGave(StreamCache.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void uploadsAnObjectInMemoryWithItsLengthAndDeletesItAfterwards(Case upload) throws Exception {
        try (UploadRoute route = put(upload.video()).from(bucket.consumer(READ), upload.parallelism())) {
            route.assertUploads(upload.video(), Length.KNOWN, upload.parallelism());
            route.assertGave(byte[].class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aStreamedObjectStaysWhenTheUploadFails(Refusal refusal) throws Exception {
        assertStays(refusal, STREAMED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void anObjectReadBeforehandStaysWhenTheUploadFails(Refusal refusal) throws Exception {
        assertStays(refusal, READ);
    }

    private void assertStays(Refusal refusal, String body) throws Exception {
        try (UploadRoute route = put(refusal.video())) {
            refusal.arrange(route);
            route.from(bucket.consumer(body), 4).assertFailsAndLeavesTheSource();
        }
    }

    private UploadRoute put(TestVideo video) throws Exception {
        bucket.put(KEY, video);
        UploadRoute route = new UploadRoute(() -> bucket.has(KEY));
        route.context().getRegistry().bind("s3", bucket.client());
        return route;
    }
}
