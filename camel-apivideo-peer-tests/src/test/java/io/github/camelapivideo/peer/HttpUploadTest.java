// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of requests are uploaded while they arrive; the sender gets its answer when the video is complete. */
class HttpUploadTest {

    private HttpPeer peer;

    @BeforeEach
    void start() throws Exception {
        peer = new HttpPeer();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void aRequestIsAnsweredWhenTheVideoIsThere(Case upload) throws Exception {
        try (UploadRoute route = route().from(peer.consumer(), upload.parallelism())) {
            peer.post(upload.video());
            assertUploads(route, upload);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void aChunkedRequestIsAnsweredWhenTheVideoIsThere(Case upload) throws Exception {
        try (UploadRoute route = route().from(peer.consumer(), upload.parallelism())) {
            peer.postChunked(upload.video());
            assertUploads(route, upload);
        }
    }

    private void assertUploads(UploadRoute route, Case upload) {
        route.assertUploads(upload.video(), Length.UNKNOWN, upload.parallelism());
        route.assertGave(InputStream.class);
        assertThat(peer.status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aRequestIsAnsweredWithAnErrorWhenTheUploadFails(Refusal refusal) throws Exception {
        try (UploadRoute route = route()) {
            refusal.arrange(route);
            route.from(peer.consumer(), 4);
            peer.post(refusal.video());
            route.assertFails();
            assertThat(peer.status()).isEqualTo(500);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aChunkedRequestIsAnsweredWithAnErrorWhenTheUploadFails(Refusal refusal) throws Exception {
        try (UploadRoute route = route()) {
            refusal.arrange(route);
            route.from(peer.consumer(), 4);
            peer.postChunked(refusal.video());
            route.assertFails();
            assertThat(peer.status()).isEqualTo(500);
        }
    }

    @Test
    void aRequestThatEndsBeforeItsContentLengthIsNoVideo() throws Exception {
        TestVideo video = TestVideo.of(TestVideo.PART + 1);
        try (UploadRoute route = route().from(peer.consumer(), 1)) {
            peer.postHalf(video);
            peer.post(video);
            route.assertUploads(video, Length.UNKNOWN, 1);
            assertThat(peer.status()).isEqualTo(200);
        }
    }

    private UploadRoute route() throws Exception {
        UploadRoute route = new UploadRoute(peer::isWaiting);
        route.context().addService(peer.server());
        return route;
    }
}
