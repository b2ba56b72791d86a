// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A queue of bytes messages: in one piece, and as the streams of large messages. */
class JmsUploadTest {

    private static final String WHOLE = "jms:queue:" + VideoQueue.NAME + "?transacted=true&receiveTimeout=100";
    private static final String STREAMED = WHOLE + "&artemisStreamingEnabled=true";

    @TempDir
    Path folder;

    private VideoQueue queue;

    @BeforeEach
    void start() throws Exception {
        queue = VideoQueue.keeping(folder);
    }

    @AfterEach
    void stop() throws Exception {
        queue.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void uploadsABytesMessageWithItsLengthAndAcknowledgesItAfterwards(Case upload) throws Exception {
        queue.send(upload.video());
        try (UploadRoute route = route().from(WHOLE, upload.parallelism())) {
            route.assertUploads(upload.video(), Length.KNOWN, upload.parallelism());
            route.assertGave(byte[].class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void uploadsAStreamedMessageWithoutItsLengthAndAcknowledgesItAfterwards(Case upload) throws Exception {
        queue.sendLarge(upload.video());
        try (UploadRoute route = route().from(STREAMED, upload.parallelism())) {
            route.assertUploads(upload.video(), Length.UNKNOWN, upload.parallelism());
            route.assertGave(InputStream.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aBytesMessageIsNotAcknowledgedWhenTheUploadFails(Refusal refusal) throws Exception {
        queue.send(refusal.video());
        assertStays(refusal, WHOLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aStreamedMessageIsNotAcknowledgedWhenTheUploadFails(Refusal refusal) throws Exception {
        queue.sendLarge(refusal.video());
        assertStays(refusal, STREAMED);
    }

    private void assertStays(Refusal refusal, String consumer) throws Exception {
        try (UploadRoute route = route()) {
            refusal.arrange(route);
            route.from(consumer, 4).assertFailsAndLeavesTheSource();
        }
    }

    private UploadRoute route() throws Exception {
        UploadRoute route = new UploadRoute(queue::hasMessage);
        route.context().addComponent("jms", queue.component());
        return route;
    }
}
