// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server of files: the file as a stream, and as the bytes that Camel fetches beforehand. */
abstract class RemoteFileUpload {

    private static final String STREAMED = "streamDownload=true&stepwise=false";
    private static final String FETCHED = "streamDownload=false";

    @TempDir
    Path home;

    private RemoteFiles files;

    /** Starts a server of the files in the folder. */
    abstract RemoteFiles serve(Path folder) throws Exception;

    @BeforeEach
    void start() throws Exception {
        files = serve(home);
    }

    @AfterEach
    void stop() throws Exception {
        files.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void aStreamedFileGoesOnWithoutItsLengthAndIsDeletedWhenTheVideoIsThere(Case upload) throws Exception {
        try (UploadRoute route = drop(upload.video()).from(files.consumer(STREAMED), upload.parallelism())) {
            route.assertUploads(upload.video(), Length.UNKNOWN, upload.parallelism());
            route.assertGave(InputStream.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Case#all")
    void aFetchedFileGoesOnWithItsLengthAndIsDeletedWhenTheVideoIsThere(Case upload) throws Exception {
        try (UploadRoute route = drop(upload.video()).from(files.consumer(FETCHED), upload.parallelism())) {
            route.assertUploads(upload.video(), Length.KNOWN, upload.parallelism());
            route.assertGave(byte[].class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aStreamedFileStaysWhenTheUploadFails(Refusal refusal) throws Exception {
        assertStays(refusal, STREAMED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelapivideo.peer.Refusal#all")
    void aFetchedFileStaysWhenTheUploadFails(Refusal refusal) throws Exception {
        assertStays(refusal, FETCHED);
    }

    private void assertStays(Refusal refusal, String download) throws Exception {
        try (UploadRoute route = drop(refusal.video())) {
            refusal.arrange(route);
            route.from(files.consumer(download), 4).assertFailsAndLeavesTheSource();
        }
    }

    private UploadRoute drop(TestVideo video) throws Exception {
        Path file = Files.write(home.resolve("film.mp4"), video.bytes());
        return new UploadRoute(() -> Files.exists(file));
    }
}
