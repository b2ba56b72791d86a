// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A source that does not keep its word is an error, not half a video. */
class UnreadableSourceTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void aFileThatShrinksDuringTheUploadFailsIt() throws Exception {
        Path file = TestVideo.of(3 * TestVideo.PART).file(folder, "video.mp4");
        Exchange failed = changedAfterTheFirstPart(file, () -> {
            try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(TestVideo.PART + 5);
            }
        });
        assertThat(failed.getException())
                .isInstanceOf(ApiVideoException.UploadFailed.class)
                // A check or a read sees it first.
                .hasMessageMatching(
                        "(?s).*The file " + file + " (shrank|changed) during the upload: it had 15728640" + " bytes.*");
        assertNothingLeft();
    }

    @Test
    void aFileThatChangesDuringTheUploadFailsIt() throws Exception {
        Path file = TestVideo.of(3 * TestVideo.PART).file(folder, "video.mp4");
        Exchange failed =
                changedAfterTheFirstPart(file, () -> Files.write(file, new byte[] {1}, StandardOpenOption.APPEND));
        assertThat(failed.getException()).hasMessageContaining("The file " + file + " changed during the upload");
        assertNothingLeft();
    }

    @Test
    void aFileThatVanishesDuringTheUploadFailsIt() throws Exception {
        Path file = TestVideo.of(3 * TestVideo.PART).file(folder, "video.mp4");
        Exchange failed = changedAfterTheFirstPart(file, () -> Files.delete(file));
        assertThat(failed.getException()).hasMessageContaining("The file " + file + " vanished during the upload");
        assertNothingLeft();
    }

    @Test
    void aStreamThatBreaksFailsTheUpload() {
        InputStream broken = new SequenceInputStream(TestVideo.of(2 * TestVideo.PART).stream(), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the tape tore");
            }
        });
        Exchange failed = fixture.upload("partSize=5MiB&parallelism=1", broken);
        assertThat(failed.getException())
                .isInstanceOf(ApiVideoException.UploadFailed.class)
                .hasMessageContaining("The body cannot be read: java.io.IOException: the tape tore");
        assertNothingLeft();
    }

    @Test
    void aHalfReadStreamIsNotSentAsIfItWereTheWhole() {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        InputStream stream = TestVideo.of(2 * TestVideo.PART).stream();

        Exchange exchange = fixture.upload("partSize=5MiB", stream);
        assertThat(exchange.getException()).isInstanceOf(ApiVideoException.class);
        exchange.setException(null);
        exchange = fixture.template().send("apivideo:upload?partSize=5MiB", exchange);

        assertThat(exchange.getException())
                .hasMessageContaining("The body is a stream that an earlier try has read already");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    @Timeout(20)
    void aBodyThatCannotBeClosedIsUploadedAllTheSame() {
        TestVideo video = TestVideo.of(2 * TestVideo.PART);
        InputStream body = new FilterInputStream(video.stream()) {
            @Override
            public void close() {
                throw new NoClassDefFoundError("gone");
            }
        };
        fixture.assertArrived(fixture.upload("partSize=5MiB", body), video);
    }

    @Test
    @Timeout(20)
    void aStreamThatOftenDeliversNothingIsReadByteByByte() {
        TestVideo video = TestVideo.of(100_000);
        InputStream hesitant = new FilterInputStream(video.stream()) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return 0;
            }
        };
        fixture.assertArrived(fixture.upload("", hesitant), video);
    }

    @Test
    @Timeout(20)
    void aStreamThatHasEndedIsNotAskedForMore() {
        TestVideo video = TestVideo.of(100_000);
        InputStream revenant = new SequenceInputStream(video.stream(), InputStream.nullInputStream()) {
            private boolean ended;

            @Override
            public int read() throws IOException {
                return ended ? 1 : super.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                ended |= read < 0;
                return read;
            }
        };
        fixture.assertArrived(fixture.upload("", revenant), video);
    }

    private interface Change {
        void make() throws IOException;
    }

    private Exchange changedAfterTheFirstPart(Path file, Change change) throws Exception {
        CountDownLatch firstPartArrived = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(firstPartArrived));
        Future<Exchange> upload = fixture.template()
                .asyncSend("apivideo:upload?partSize=5MiB&parallelism=1", exchange -> {
                    exchange.getMessage().setBody(file);
                });
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        firstPartArrived.countDown();
        return upload.get();
    }

    private void assertNothingLeft() {
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).hasSize(1);
    }
}
