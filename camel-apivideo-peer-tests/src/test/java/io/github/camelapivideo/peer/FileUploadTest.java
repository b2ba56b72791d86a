// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder on this machine. */
class FileUploadTest {

    @TempDir
    Path inbox;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void aFileIsReadInPlaceAndLeavesTheInboxWhenTheVideoIsThere(Case upload) throws Exception {
        try (UploadRoute route = drop(upload.video()).from(consumer(), upload.parallelism())) {
            route.assertUploads(upload.video(), Length.KNOWN, upload.parallelism());
            route.assertGave(GenericFile.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aFileStaysInTheInboxWhenTheUploadFails(Refusal refusal) throws Exception {
        try (UploadRoute route = drop(refusal.video())) {
            refusal.arrange(route);
            route.from(consumer(), 4).assertFailsAndLeavesTheSource();
        }
    }

    private UploadRoute drop(TestVideo video) throws Exception {
        Path file = Files.write(inbox.resolve("film.mp4"), video.bytes());
        return new UploadRoute(() -> Files.exists(file));
    }

    private String consumer() {
        return "file:" + inbox + "?delete=true&initialDelay=0&repeatCount=1";
    }
}
