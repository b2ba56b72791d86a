// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a file while it is uploaded: what spoils the video fails, and says what differed. */
@Timeout(60)
class FileCheckTest {

    private static final TestVideo VIDEO = TestVideo.of(3 * TestVideo.PART);
    private static final FileTime BEFORE = FileTime.fromMillis(1_700_000_000_000L);
    private static final FileTime AFTER = FileTime.fromMillis(1_700_000_099_000L);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Path file;

    @BeforeEach
    void start() throws IOException {
        file = VIDEO.file(folder, "video.mp4");
        Files.setLastModifiedTime(file, BEFORE);
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private Exchange upload(String options, Change change) throws Exception {
        return during(RequestKind.SOURCE, "apivideo:upload?partSize=5MiB&parallelism=1" + options, Map.of(), change);
    }

    private Exchange during(RequestKind first, String uri, Map<String, Object> headers, Change change)
            throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        fixture.simulator().faults().on(first).times(1).then(Fault.hold(changed));
        CompletableFuture<Exchange> upload = fixture.template().asyncSend(uri, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setBody(file);
        });
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        change.make();
        changed.countDown();
        return upload.get(30, TimeUnit.SECONDS);
    }

    private void touch() throws IOException {
        Files.setLastModifiedTime(file, AFTER);
    }

    @Test
    void aFileWhoseTimeWasTouchedFailsAndSaysWhichOptionTakesIt() throws Exception {
        Exchange failed = upload("", this::touch);
        assertThat(failed.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("The file " + file + " changed during the upload: it was last modified at "
                        + BEFORE + ", now at " + AFTER)
                .hasMessageContaining("fileCheck=size")
                .message()
                .doesNotContain("bytes,", "15728640");
    }

    @Test
    void aFileWhoseTimeWasTouchedCompletesWhereOnlyTheSizeCounts() throws Exception {
        fixture.assertArrived(upload("&fileCheck=size", this::touch), VIDEO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&fileCheck=size"})
    void aFileThatGrewFailsAndSaysBothSizes(String options) throws Exception {
        Exchange failed = upload(options, () -> {
            Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, BEFORE);
        });
        assertThat(failed.getException())
                .hasMessageContaining("it had 15728640 bytes, now it has 15728641")
                .message()
                .doesNotContain("last modified", "fileCheck=size");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 123_456_789})
    void aFileThatIsAnotherInodeWithTheSameSizeAndTimeCompletes(long nanos) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(BEFORE.toInstant().plusNanos(nanos)));
        Exchange exchange = upload("", () -> {
            Path copy = Files.copy(file, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        });
        fixture.assertArrived(exchange, VIDEO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&fileCheck=full", "&fileCheck=size"})
    void aFileThatVanishedFails(String options) throws Exception {
        assertThat(upload(options, () -> Files.delete(file)).getException()).hasMessageContaining("vanished");
    }

    @Test
    void aFileThatIsADirectoryNowFails() throws Exception {
        Exchange failed = upload("&fileCheck=size", () -> {
            Files.delete(file);
            Files.createDirectory(file);
        });
        assertThat(failed.getException())
                .hasMessageContaining("changed during the upload: it is not a regular file now");
    }

    @Test
    void whatTheFileIsCalledNowDoesNotMatterWhereNothingIsChecked() throws Exception {
        fixture.assertArrived(upload("&fileCheck=off", () -> Files.delete(file)), VIDEO);
    }

    @Test
    void aFileThatShrinksFailsWhateverIsChecked() throws Exception {
        Exchange failed = upload("&fileCheck=off", () -> {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(TestVideo.PART + 5);
            }
        });
        assertThat(failed.getException()).hasMessageContaining("shrank during the upload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&fileCheck=size"})
    void aPartOfAFileIsCheckedAlike(String options) throws Exception {
        String videoId = fixture.template()
                .request("apivideo:createVideo", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        Exchange sent = during(
                RequestKind.STATUS,
                "apivideo:uploadPart?partNumber=1&totalParts=3&videoId=" + videoId + options,
                Map.of(ApiVideoConstants.PART_FROM, 0, ApiVideoConstants.PART_LENGTH, TestVideo.PART),
                this::touch);
        if (options.isEmpty()) {
            assertThat(sent.getException()).hasMessageContaining("fileCheck=size");
        } else {
            assertThat(sent.getException()).isNull();
        }
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> fixture.upload("fileCheck=maybe", file))
                .hasStackTraceContaining("fileCheck=maybe: allowed are full, size, off");
    }
}
